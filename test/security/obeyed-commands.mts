/**
 * The commands that GitHub's runner would read in what a step prints, by name: `::name …::` at the start of a line,
 * however indented, and `##[name …]` anywhere in it.
 * https://github.com/actions/runner/blob/main/src/Runner.Common/ActionCommand.cs
 */
export function obeyedCommands(output: string): string[] {
	return output.split(/\r\n|\n|\r/).flatMap((line) => {
		const command = /^[\s\u0085\u200b]*::([^:\s]+)[^:]*::/.exec(line);
		if (command) return [command[1]!];
		const old = /##\[([^\]]*)\]/.exec(line);
		return old ? [`##[${old[1]}]`] : [];
	});
}
