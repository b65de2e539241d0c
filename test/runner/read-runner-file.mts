/**
 * Reads what a step wrote to one of the runner's files (`GITHUB_OUTPUT`, `GITHUB_STATE`): `name=value`, or
 * `name<<DELIMITER`, the lines of the value and the delimiter once more.
 * @see https://docs.github.com/actions/reference/workflows-and-actions/workflow-commands#multiline-strings
 */
export function readRunnerFile(content: string): Map<string, string> {
	const values = new Map<string, string>();
	const lines = content.split('\n').map((line) => line.replace(/\r$/, ''));
	for (let at = 0; at < lines.length; at++) {
		const line = lines[at] ?? '';
		if (line === '') continue;
		const start = /^((?:[^=<]|<(?!<))*)(<<|=)(.*)$/.exec(line);
		if (start === null) throw new Error(`The runner would refuse this line: ${line}`);
		const [, name = '', kind, rest = ''] = start;
		if (kind === '=') {
			values.set(name, rest);
			continue;
		}
		const end = lines.indexOf(rest, at + 1);
		if (end === -1) throw new Error(`The runner would miss the end of ${name}`);
		values.set(name, lines.slice(at + 1, end).join('\n'));
		at = end;
	}
	return values;
}
