import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import ts from 'typescript';
import { tokenPattern } from '../../core/http/token-pattern';
import { originExpression } from '../../nodes/Mastodon/origin-expression';

/** A regular expression of the product, and where it stands. */
export interface ProductPattern {
	readonly place: string;
	readonly source: string;
	readonly flags: string;
}

/** Makes the patterns of a module that are put together not while it is loaded, but when it is called. */
const CALLS: Readonly<Record<string, () => RegExp>> = {
	[join('core', 'http', 'token-pattern.ts')]: () => tokenPattern('aB3-xY9_tR7/kL5+pQ1"'),
};
const FOLDERS = ['core', 'nodes', 'credentials', 'action'];

/**
 * Every pattern that the product may hold against a text: literals, texts that n8n's forms check what is entered
 * with, the expression that n8n evaluates for a credential, and what `new RegExp` puts together.
 */
export async function productPatterns(): Promise<readonly ProductPattern[]> {
	const found: ProductPattern[] = [];
	for (const file of sources()) {
		const composed: string[] = [];
		visit(file, readFileSync(file, 'utf8'), found, composed);
		if (composed.length > 0) found.push(...(await compositions(file, composed)));
	}
	visit('originExpression', originExpression('$self'), found, []);
	return found;
}

function sources(): readonly string[] {
	return FOLDERS.flatMap((folder) =>
		readdirSync(folder, { recursive: true, encoding: 'utf8' })
			.map((name) => join(folder, name))
			.filter((file) => /\.m?ts$/.test(file)),
	).filter((file) => !file.startsWith(join('action', 'dist')));
}

function visit(file: string, text: string, found: ProductPattern[], composed: string[]): void {
	const tree = ts.createSourceFile(file, text, ts.ScriptTarget.Latest);
	const look = (node: ts.Node): void => {
		const place = `${file}:${tree.getLineAndCharacterOfPosition(node.pos).line + 1}`;
		if (ts.isRegularExpressionLiteral(node)) {
			const end = node.text.lastIndexOf('/');
			found.push({ place, source: node.text.slice(1, end), flags: node.text.slice(end + 1) });
		} else if (ts.isPropertyAssignment(node) && isRegexText(node, tree)) {
			found.push({ place, source: (node.initializer as ts.StringLiteral).text, flags: '' });
		} else if ((ts.isNewExpression(node) || ts.isCallExpression(node)) && isRegExp(node, tree)) {
			composed.push(place);
		}
		ts.forEachChild(node, look);
	};
	look(tree);
}

/** `regex: '…'` of n8n's `validation`. */
function isRegexText({ name, initializer }: ts.PropertyAssignment, tree: ts.SourceFile): boolean {
	return name.getText(tree) === 'regex' && ts.isStringLiteralLike(initializer);
}

function isRegExp({ expression }: ts.NewExpression | ts.CallExpression, tree: ts.SourceFile): boolean {
	return expression.getText(tree) === 'RegExp';
}

/** What a module puts together while it is loaded or called. Throws where it makes fewer patterns than it has places. */
async function compositions(file: string, places: readonly string[]): Promise<readonly ProductPattern[]> {
	const { RegExp } = globalThis;
	const made: Array<Omit<ProductPattern, 'place'>> = [];
	class Recorded extends RegExp {
		constructor(pattern: string | RegExp, flags = '') {
			super(pattern, flags);
			made.push({ source: String(pattern), flags });
		}
	}
	globalThis.RegExp = Recorded as RegExpConstructor;
	try {
		await import(join(process.cwd(), file));
		CALLS[file]?.();
	} finally {
		globalThis.RegExp = RegExp;
	}
	if (made.length !== places.length) {
		throw new Error(`${file} made ${made.length} patterns in ${places.length} places`);
	}
	return made.map((pattern, index) => ({ place: places[index]!, ...pattern }));
}
