import type { Status } from '../mastodon/status';
import { countFoundBoost } from './count-found-boost';
import { matchedHashtags, skipReason } from './eligibility';
import type { Options } from './options';
import type { WaitReason } from './reasons';
import type { RunContext } from './run-context';
import { entryOf, judgeOf, reportStatus } from './run-context';

/** Posts that are held at once: about 14 kB of state. */
const MOST_HELD = 400;

/**
 * Decides a post that a timeline showed: remembered as seen, it is queued, held or left alone. `position`: where
 * it stands in the timeline, in milliseconds. Answers whether it was a new one.
 */
export function considerPost(
	run: RunContext,
	post: Status,
	position: number,
	/** Whether what stands below the hashtags' floors was judged before. */
	heedsFloor: boolean,
): boolean {
	const { state, options } = run;
	const tags = matchedHashtags(post, options).flatMap((hashtag) => {
		run.shown.add(hashtag);
		return state.tags.get(hashtag) ?? [];
	});
	for (const tag of tags) tag.known = true;
	// Packed with a hashtag that lags behind, a timeline goes back to what was judged and forgotten.
	if (heedsFloor && tags.length > 0 && tags.every(({ floor }) => position < floor)) return false;
	if (state.seen.has(post.uri) || state.queue.some(({ uri }) => uri === post.uri)) return false;
	if (state.held.some(({ id }) => id === post.id)) return false;
	state.seen.add(post.uri, position);
	admitPost(run, post);
	return true;
}

/** Queues, holds or leaves alone a post that was just read. `isOfAge`: it was held for `min-age` already. */
export function admitPost(run: RunContext, post: Status, isOfAge = false): void {
	const { state, options, clock } = run;
	const skipped = skipReason(post, judgeOf(run));
	if (skipped) {
		// Another run may ask for other hashtags.
		if (skipped === 'hashtag-missing') state.seen.delete(post.uri);
		if (skipped === 'already-boosted') countFoundBoost(run, post);
		reportStatus(run, post, skipped);
		return;
	}
	const held = holdReason(post, options, isOfAge ? Infinity : clock.now());
	if (held === undefined) {
		state.queue.push(entryOf(post, matchedHashtags(post, options)));
		run.fresh.set(post.id, post);
		return;
	}
	hold(run, post);
	reportStatus(run, post, held);
}

/** Holds a post; when there are too many, the oldest that lacks favourites or boosts makes room. */
function hold(run: RunContext, { id, createdAt }: Status): void {
	const { state, options, clock } = run;
	state.held.push({ id, createdAt: Math.floor(Math.min(createdAt, clock.now()) / 1000) * 1000 });
	if (state.held.length <= MOST_HELD) return;
	const index = state.held.findIndex((post) => post.createdAt <= clock.now() - options.minAge);
	if (index === -1) return;
	state.held.splice(index, 1);
	run.warnings.push(
		`More than ${MOST_HELD} posts wait for favourites or boosts: the longest waiting ones were given up.`,
	);
}

/** No more can be held: every post that is waits for its age, and reading has to wait with them. */
export function isHoldingAll({ state }: RunContext): boolean {
	return state.held.length > MOST_HELD;
}

/** Why a post that may be boosted has to wait and be read again. */
export function holdReason(post: Status, options: Options, now: number): WaitReason | undefined {
	if (options.minAge > 0 && post.createdAt > now - options.minAge) return 'too-young';
	if (post.favouritesCount < options.minFavourites) return 'few-favourites';
	if (post.reblogsCount < options.minBoosts) return 'few-boosts';
	return undefined;
}
