export type SimpleYaml = string | { readonly [name: string]: SimpleYaml };

interface Line {
	readonly indent: number;
	readonly text: string;
}

/**
 * Reads the YAML that an `action.yml` is written in: maps within maps, each value plain or quoted on the line
 * of its name, or a block (`|`, `>`) below it. Every value is text. Refuses lists, anchors and whatever else it
 * doesn't know, so that it never reads a file differently than GitHub does.
 */
export function simpleYaml(source: string): SimpleYaml {
	const lines = source.split(/\r?\n/).map((line) => {
		const text = line.trimStart();
		return { indent: line.length - text.length, text: text.trimEnd() };
	});
	return readMap(lines, 0);
}

/** Takes the lines of one map from the list's beginning, and leaves those after it. */
function readMap(lines: Line[], indent: number): SimpleYaml {
	const map: Record<string, SimpleYaml> = {};
	for (let line = nextLine(lines); line !== undefined && line.indent >= indent; line = nextLine(lines)) {
		const [, name, value] = /^(\w[\w -]*):(?: +(\S.*)?)?$/.exec(line.text) ?? [];
		if (name === undefined || line.indent > indent) throw new Error(`Can't read this line: ${line.text}`);
		if (name in map) throw new Error(`There are two values of ${name}`);
		lines.shift();
		map[name] = readValue(lines, indent, value ?? '');
	}
	return map;
}

function readValue(lines: Line[], indent: number, value: string): SimpleYaml {
	const block = /^([|>])(-?)$/.exec(value);
	if (block !== null) return readBlock(lines, indent, block[1] === '>') + (block[2] === '-' ? '' : '\n');
	if (value !== '' && !value.startsWith('#')) return readScalar(value);
	const next = nextLine(lines);
	return next !== undefined && next.indent > indent ? readMap(lines, next.indent) : '';
}

function readBlock(lines: Line[], indent: number, folded: boolean): string {
	const taken: Line[] = [];
	while (lines[0] !== undefined && (lines[0].text === '' || lines[0].indent > indent)) {
		taken.push(lines.shift() as Line);
	}
	const own = taken[0]?.indent ?? 0;
	const texts = taken.map((line) => ' '.repeat(Math.max(0, line.indent - own)) + line.text);
	const text = texts.join('\n').trimEnd();
	return folded ? text.replace(/(?<!\n)\n(?!\n)/g, ' ').replace(/\n\n/g, '\n') : text;
}

function readScalar(value: string): string {
	const double = /^("(?:[^"\\]|\\.)*")(?: +#.*)?$/.exec(value)?.[1];
	if (double !== undefined) return JSON.parse(double) as string;
	const single = /^'((?:[^']|'')*)'(?: +#.*)?$/.exec(value)?.[1];
	if (single !== undefined) return single.replaceAll("''", "'");
	const plain = (/^(?:(?! #).)*/.exec(value)?.[0] ?? '').trimEnd();
	if (/^[[\]{}&*!|>'"%@`-]|: |:$/.test(plain)) throw new Error(`Can't read this value: ${value}`);
	return plain;
}

function nextLine(lines: Line[]): Line | undefined {
	while (lines[0] !== undefined && /^(?:#|$)/.test(lines[0].text)) lines.shift();
	return lines[0];
}
