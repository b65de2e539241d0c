import type { Status } from '../mastodon/status';
import type { RunContext } from './run-context';

/** Remembers whose post was boosted, once for each post. `at`: when, in milliseconds since the epoch. */
export function countBoost(run: RunContext, uri: string, acct: string, at: number): void {
	if (run.counted.has(uri)) return;
	run.counted.add(uri);
	run.state.authors.add(acct, at, run.options.firstPostOnly);
}

/**
 * Counts a post that turns out to be boosted although this state knows nothing of it: by a run that was killed,
 * or by one at the same time whose state was overwritten. When that was is not known; a boost that is taken for
 * older than it is keeps no other post waiting.
 */
export function countFoundBoost(run: RunContext, { uri, account, createdAt, reblogged }: Status): void {
	if (reblogged !== true && !run.ownBoosts.has(uri)) return;
	countBoost(run, uri, account.acct, Math.min(createdAt, run.clock.now()));
}
