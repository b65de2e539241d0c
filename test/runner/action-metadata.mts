import { simpleYaml, type SimpleYaml } from './simple-yaml.mts';

export interface ActionMetadata {
	readonly name: string;
	readonly inputs: ReadonlyMap<string, ActionInput>;
	/** Name and description. */
	readonly outputs: ReadonlyMap<string, string>;
	readonly runs: {
		readonly using: string;
		/** Paths in the action's folder. */
		readonly main: string;
		readonly post: string | undefined;
		readonly postIf: string;
	};
}

export interface ActionInput {
	readonly description: string;
	/** Empty where the file has none: the action gets it all the same. */
	readonly default: string;
	/** Written down for people; GitHub's runner starts an action without it. */
	readonly required: boolean;
}

/**
 * What the text of an `action.yml` says about a JavaScript action.
 * @see https://docs.github.com/actions/reference/workflows-and-actions/metadata-syntax
 */
export function actionMetadata(yaml: string): ActionMetadata {
	const file = simpleYaml(yaml);
	const runs = child(file, 'runs');
	const main = text(runs, 'main');
	if (main === '') throw new Error('action.yml has no runs.main');
	return {
		name: text(file, 'name'),
		inputs: new Map(names(child(file, 'inputs')).map((name) => [name, input(file, name)])),
		outputs: new Map(
			names(child(file, 'outputs')).map((name) => [
				name,
				text(child(child(file, 'outputs'), name), 'description'),
			]),
		),
		runs: {
			using: text(runs, 'using'),
			main,
			post: text(runs, 'post') || undefined,
			postIf: text(runs, 'post-if') || 'always()',
		},
	};
}

function input(file: SimpleYaml, name: string): ActionInput {
	const fields = child(child(file, 'inputs'), name);
	const byDefault = text(fields, 'default');
	if (byDefault.includes('${{')) throw new Error(`The default of ${name} is an expression: ${byDefault}`);
	return {
		description: text(fields, 'description'),
		default: byDefault,
		required: text(fields, 'required') === 'true',
	};
}

function names(node: SimpleYaml): string[] {
	return typeof node === 'string' ? [] : Object.keys(node);
}

function child(node: SimpleYaml, name: string): SimpleYaml {
	return typeof node === 'string' ? '' : (node[name] ?? '');
}

function text(node: SimpleYaml, name: string): string {
	const value = child(node, name);
	if (typeof value !== 'string') throw new Error(`${name} in action.yml is not a text`);
	return value;
}
