import { oneLine } from '../mastodon/answer';
import type { Log } from '../ports/log';

/** Names and addresses in messages come from strangers: each message becomes one line without control characters. */
export function cleanLog(log: Log): Log {
	return {
		debug: (message) => log.debug(oneLine(message, LONGEST)),
		info: (message) => log.info(oneLine(message, LONGEST)),
		warn: (message) => log.warn(oneLine(message, LONGEST)),
	};
}

const LONGEST = 2_000;
