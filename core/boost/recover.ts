import { isSameHashtag } from '../mastodon/hashtag';
import type { RunContext } from './run-context';
import { distinctHashtags } from './streams';

/**
 * Finds out from the server what a lost state knew. The account's latest boosts tell how far earlier runs came:
 * reading starts there instead of at the first run's window, so that what waited in the lost queue is found
 * again, and what was boosted is recognised. Answers whether there was anything to recover.
 */
export async function recover(run: RunContext): Promise<boolean> {
	const { options, ownBoosts, server, state, clock } = run;
	const now = clock.now();
	// Where every post tells whether it was boosted, the latest page is enough to know how far the runs came.
	const boosts = await ownBoosts.read(server.tellsReblogged ? now : now - options.maxAge);
	const ours = boosts.filter(({ hashtags }) =>
		hashtags.some((carried) => options.hashtags.some((asked) => isSameHashtag(asked, carried))),
	);
	if (ours.length === 0) return false;
	const reached = Math.min(...ours.map(({ createdAt }) => createdAt));
	const start = Math.max(now - options.maxAge, Math.min(now - options.initialWindow, reached));
	for (const hashtag of distinctHashtags(options.hashtags, server)) {
		state.tags.set(hashtag, { cursor: start, floor: start, known: false });
	}
	return true;
}
