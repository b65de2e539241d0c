import type { Account } from './account.mts';
import type { Call } from './call.mts';
import { canSee } from './can-see.mts';
import type { Post } from './post.mts';
import { readPage } from './read-page.mts';
import type { Cursors } from './read-page.mts';
import type { Store } from './store.mts';

/** A page of the posts with a hashtag, or undefined when the server has never heard of it. */
export function tagTimeline(store: Store, hashtag: string, call: Call, limit: number): Post[] | undefined {
	const rules = store.profile.timeline;
	const main = store.normalise(hashtag);
	// Mastodon: an unknown main hashtag gives nothing, even when one of `any[]` is known.
	if (!store.hashtags.has(main)) return undefined;

	const chosen = [...wanted(store, main, call)].filter((post) => holds(post, call, store));
	const readable = (post: Post) => mayRead(post, call.viewer, store);
	const cursors = cursorsOf(call);
	const { cursors: cursorRules } = store.profile;
	if (!rules.shortPages)
		return readPage(store.newestFirst(chosen.filter(readable)), cursors, cursorRules, limit);
	const page = readPage(store.newestFirst(chosen), cursors, cursorRules, limit);
	return page.filter((post) => readable(post) && post.filtered !== 'hide');
}

export function cursorsOf(call: Call): Cursors {
	return { maxId: call.text('max_id'), sinceId: call.text('since_id'), minId: call.text('min_id') };
}

/** Posts with any, all and none of the hashtags. Unknown ones are dropped, and so is what exceeds the limit. */
function wanted(store: Store, main: string, call: Call): Set<Post> {
	const { any, all, none, perMode } = store.profile.timeline;
	const named = (parameter: string | null) =>
		(parameter === null ? [] : call.request.query.getAll(parameter)).map((name) => store.normalise(name));
	const postsOf = (names: readonly string[]) =>
		names.slice(0, perMode).flatMap((name) => store.hashtags.get(name) ?? []);

	const posts = new Set(postsOf([main, ...named(any)]).flatMap((set) => [...set]));
	const required = postsOf(named(all));
	const excluded = postsOf(named(none));
	for (const post of posts) {
		if (!required.every((set) => set.has(post)) || excluded.some((set) => set.has(post))) posts.delete(post);
	}
	return posts;
}

function holds(post: Post, call: Call, store: Store): boolean {
	const rules = store.profile.timeline;
	if (!rules.visibilities.includes(post.visibility)) return false;
	if (post.boostOf !== undefined && rules.boosts !== 'own-rows') return false;
	const remote = post.account.host !== undefined;
	if (rules.local && call.flag('local') && remote) return false;
	if (rules.remote && call.flag('remote') && !remote) return false;
	if (rules.onlyMedia === 'ignored' || post.media.length > 0) return true;
	return (
		!(rules.onlyMedia === 'default-true' && call.text('only_media') === undefined) && !call.flag('only_media')
	);
}

function mayRead(post: Post, viewer: Account | null, store: Store): boolean {
	const author = post.account;
	if (!canSee(viewer, post) || author.limited) return false;
	if (viewer !== null && (viewer.mutes.has(author.id) || viewer.blocks.has(author.id))) return false;
	const home = author.id === viewer?.id || (viewer?.follows.has(author.id) ?? false);
	return store.profile.timeline.reach === 'everything' || home;
}
