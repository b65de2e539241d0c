import type { Status } from '../mastodon/status';
import type { RunContext } from './run-context';

/**
 * Counts a boost for its author that the state does not know: a run made it whose state was lost with its machine,
 * or somebody made it by hand. When it was made is not told; it was not before the post was written.
 */
export function countFoundBoost(
	{ state, options, clock, ownBoosts, isRestored }: RunContext,
	{ uri, reblogged, account, createdAt }: Status,
): void {
	// Without a state, all boosts that the account's own timeline shows were counted at the beginning.
	if (!isRestored || (reblogged !== true && !ownBoosts.has(uri))) return;
	state.authors.add(account.acct, Math.min(createdAt, clock.now()), options.firstPostOnly);
}
