import { setTimeout as sleep } from 'node:timers/promises';

/** What the work gives, or undefined when it takes longer. The work is not stopped: nobody waits for it any more. */
export async function within<T>(milliseconds: number, work: Promise<T>): Promise<T | undefined> {
	const stop = new AbortController();
	const limit = sleep(milliseconds, undefined, { signal: stop.signal }).catch(() => undefined);
	try {
		return await Promise.race([work, limit]);
	} finally {
		stop.abort();
	}
}
