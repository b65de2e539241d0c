import type { Capabilities } from '../mastodon/server';
import { normalHashtag } from '../mastodon/hashtag';
import type { TagTimelineQuery } from '../mastodon/client';

/** One timeline to read: some of the hashtags, asked for together. */
export interface Stream {
	readonly hashtags: readonly string[];
	readonly query: TagTimelineQuery;
}

/** Mastodon takes four hashtags in a request, the one in the path included, and drops the rest without a word. */
const MOST_IN_ONE = 4;

/**
 * Packs hashtags into as few requests as the server can be trusted with. The one in the path must be known to
 * the server: Mastodon answers an empty list for one that it never met, whatever else was asked for. So known
 * hashtags lead, and unknown ones come along or are asked for alone.
 */
export function planStreams(
	hashtags: readonly string[],
	match: 'any' | 'all',
	server: Capabilities,
	isKnown: (hashtag: string) => boolean,
): readonly Stream[] {
	// A post that has all of them is in the timeline of each.
	if (match === 'all') return [{ hashtags, query: { hashtag: hashtags[0]!, mayBeUnknown: true } }];
	if (server.packing === 'none') return hashtags.map((hashtag) => alone(hashtag, !isKnown(hashtag)));
	const leaders = hashtags.filter(isKnown);
	const followers = hashtags.filter((hashtag) => !isKnown(hashtag));
	const streams: Stream[] = [];
	while (leaders.length > 0) {
		const leader = leaders.shift()!;
		const others = followers.splice(0, MOST_IN_ONE - 1);
		others.push(...leaders.splice(0, MOST_IN_ONE - 1 - others.length));
		streams.push(streamOf([leader, ...others], server));
	}
	return [...streams, ...followers.map((hashtag) => alone(hashtag, true))];
}

/** The stream of known hashtags that a plan put together; the first one leads. */
export function streamOf(hashtags: readonly string[], { packing }: Capabilities): Stream {
	const [leader, ...others] = hashtags;
	if (others.length === 0 || packing === 'none') return alone(leader!, false);
	const query = { hashtag: leader!, others, mayBeUnknown: false };
	return { hashtags, query };
}

function alone(hashtag: string, mayBeUnknown: boolean): Stream {
	return { hashtags: [hashtag], query: { hashtag, mayBeUnknown } };
}

/** The hashtags that are timelines of their own on the server. */
export function distinctHashtags(
	hashtags: readonly string[],
	{ foldsHashtags }: Capabilities,
): readonly string[] {
	if (!foldsHashtags) return hashtags;
	const byForm = new Map<string, string>();
	for (const hashtag of hashtags) {
		if (!byForm.has(normalHashtag(hashtag))) byForm.set(normalHashtag(hashtag), hashtag);
	}
	return [...byForm.values()];
}
