/**
 * The defaults of the inputs in the text of an `action.yml`, which GitHub hands to the action as if the user
 * had written them. Knows one layout: two spaces per level, each default on its own line.
 */
export function actionDefaults(yaml: string): Map<string, string> {
	const defaults = new Map<string, string>();
	const inputs = /^inputs:\n((?:(?:[ #].*)?\n)*)/m.exec(yaml.replaceAll('\r\n', '\n'))?.[1];
	if (inputs === undefined) throw new Error('action.yml has no inputs');
	let name = '';
	for (const line of inputs.split('\n')) {
		name = /^ {2}([\w-]+):\s*$/.exec(line)?.[1] ?? name;
		const value = /^ {4}default: *(.*?) *$/.exec(line)?.[1];
		if (value !== undefined) defaults.set(name, plain(name, value));
	}
	return defaults;
}

function plain(name: string, value: string): string {
	if (/^[|>]/.test(value))
		throw new Error(`The default of ${name} spans lines, which this reader can't follow`);
	if (value.startsWith('"')) return JSON.parse(value) as string;
	return /^'(.*)'$/.exec(value)?.[1]?.replaceAll("''", "'") ?? value;
}
