import { normalHashtag } from '../mastodon/hashtag';
import { countBoost } from './count-boost';
import type { OwnBoost } from './own-boosts';
import type { RunContext } from './run-context';
import { distinctHashtags } from './streams';

/** As many of the latest boosts show how far the runs came. Fewer may have been made by hand. */
const TELLING = 3;
/** For so long (milliseconds) boosts count towards `max-boosts-per-author`. */
const DAY = 86_400_000;

/**
 * Finds out from the server what a lost state knew. The account's latest boosts tell how far earlier runs came:
 * reading starts there instead of at the first run's window, so that what waited in the lost queue is found
 * again, and what was boosted is recognised. Answers whether there was anything to recover.
 */
export async function recover(run: RunContext): Promise<boolean> {
	const { options, ownBoosts, server, state, clock } = run;
	const now = clock.now();
	const boosts = (await ownBoosts.read(depth(run, now))).filter((boost) => isOurs(boost, options.hashtags));
	for (const { post, boostedAt } of [...boosts].reverse()) {
		// A boost that a server dates in the future was made by now.
		countBoost(run, post.uri, post.account.acct, Math.min(boostedAt, now));
	}
	const latest = boosts.slice(0, TELLING);
	if (latest.length === TELLING) {
		const reached = Math.min(...latest.map(({ post }) => post.createdAt));
		const start = Math.max(run.oldest(), Math.min(now - options.initialWindow, reached));
		for (const hashtag of distinctHashtags(options.hashtags, server)) {
			state.tags.set(hashtag, { cursor: start, floor: start, known: false });
		}
	}
	return boosts.length > 0;
}

/** How far back own boosts are read: only as far as something depends on them. */
function depth(run: RunContext, now: number): number {
	const { options, server } = run;
	if (options.firstPostOnly) return 0;
	// Where every post tells whether it was boosted, the latest page shows how far the runs came.
	const forPosts = server.tellsReblogged ? now : run.oldest();
	return options.maxBoostsPerAuthor > 0 ? Math.min(forPosts, now - DAY) : forPosts;
}

function isOurs({ post }: OwnBoost, hashtags: readonly string[]): boolean {
	const carried = new Set(post.hashtags.map(normalHashtag));
	return hashtags.some((asked) => carried.has(normalHashtag(asked)));
}
