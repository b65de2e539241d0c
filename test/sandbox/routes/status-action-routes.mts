import type { Account } from '../account.mts';
import { ApiError } from '../api-error.mts';
import type { Call } from '../call.mts';
import { findPost } from '../find-post.mts';
import type { Post } from '../post.mts';
import type { ReblogRules, Visibility } from '../profile.mts';
import { jsonReply } from '../reply.mts';
import type { Route } from '../route.mts';
import { route } from '../route.mts';
import { statusEntity } from '../status-entity.mts';
import type { World } from '../world.mts';

/** Boost, favourite, bookmark and their opposites; the id of a boost stands for the boosted post. */
export function statusActionRoutes(world: World): Route[] {
	const { store, profile } = world;
	const originalOf = (call: Call) => {
		const post = findPost(call, world);
		return post.boostOf ?? post;
	};
	const answer = (post: Post, call: Call) => jsonReply(statusEntity(post, call.viewer, world));

	const reblog = (call: Call) => {
		const post = originalOf(call);
		checkBoostable(post, call.user, profile.reblog);
		const visibility = boostVisibility(post, call, profile.reblog);
		const before = post.boostedBy.find(({ account }) => account.id === call.user.id);
		const keep = profile.reblog.repeat === 'same-boost' && before !== undefined;
		const boost = keep ? before : store.addBoost(call.user, post, visibility);
		return answer(profile.reblog.answers === 'wrapper' ? boost : post, call);
	};
	const unreblog = (call: Call) => {
		const post = originalOf(call);
		const own = post.boostedBy.filter(({ account }) => account.id === call.user.id);
		for (const boost of own) store.deletePost(boost.id);
		return answer(post, call);
	};
	const mark = (set: 'favourites' | 'bookmarks', on: boolean) => (call: Call) => {
		const post = originalOf(call);
		const before = call.user[set].size;
		if (on) call.user[set].add(post.id);
		else call.user[set].delete(post.id);
		if (set === 'favourites') post.favourites += call.user[set].size - before;
		return answer(post, call);
	};

	const at = (action: string) => `POST /api/v1/statuses/:id/${action}`;
	return [
		route(at('reblog'), `user ${profile.reblog.scope}`, reblog),
		route(at('unreblog'), `user ${profile.reblog.scope}`, unreblog),
		route(at('favourite'), 'user write:favourites', mark('favourites', true)),
		route(at('unfavourite'), 'user write:favourites', mark('favourites', false)),
		route(at('bookmark'), 'user write:bookmarks', mark('bookmarks', true)),
		route(at('unbookmark'), 'user write:bookmarks', mark('bookmarks', false)),
	];
}

function checkBoostable(post: Post, booster: Account, rules: ReblogRules): void {
	const own = post.account.id === booster.id;
	if (rules.onlyFromHome && !own && !booster.follows.has(post.account.id))
		throw new ApiError(404, 'Not Found');
	const closed = post.visibility === 'direct' || (post.visibility === 'private' && !own);
	if (closed || booster.blocks.has(post.account.id)) throw new ApiError(403, rules.forbidden);
}

/** Without one, Mastodon takes the account's default, whatever its documentation says; private stays private. */
function boostVisibility(post: Post, call: Call, rules: ReblogRules): Visibility {
	if (post.visibility === 'private') return 'private';
	if (rules.visibility === 'ignored') return 'public';
	const wanted = call.text('visibility') ?? call.user.defaultVisibility;
	if (wanted === 'public' || wanted === 'unlisted' || wanted === 'private') return wanted;
	throw new ApiError(422, 'Validation failed: Visibility is not included in the list');
}
