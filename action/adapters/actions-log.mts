import type { Log } from '../../core/index';
import { logLine } from '../../core/index';
import type { ActionsCore } from '../actions-core.mts';

/** The log of the step: `warn` makes annotations. */
export function actionsLog(core: Pick<ActionsCore, 'debug' | 'info' | 'warning'>): Log {
	return {
		debug: (message) => core.debug(harmless(message)),
		info: (message) => core.info(harmless(message)),
		warn: (message) => core.warning(harmless(message)),
	};
}

/**
 * The runner obeys `::command::` at the start of a line and `##[command]` anywhere in it, whoever wrote it.
 * https://github.com/actions/runner/blob/main/src/Runner.Common/ActionCommand.cs
 */
function harmless(message: string): string {
	return logLine(message)
		.replaceAll('##[', '# #[')
		.replace(/^\s*::/, ': :');
}
