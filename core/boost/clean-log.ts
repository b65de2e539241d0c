import { logLine } from '../mastodon/answer';
import type { Log } from '../ports/log';

/** Names and addresses in messages come from strangers: each message becomes one line without control characters. */
export function cleanLog(log: Log): Log {
	return {
		debug: (message) => log.debug(logLine(message)),
		info: (message) => log.info(logLine(message)),
		warn: (message) => log.warn(logLine(message)),
	};
}
