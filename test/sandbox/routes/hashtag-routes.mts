import type { Call } from '../call.mts';
import { hashtagEntity } from '../hashtag-entity.mts';
import { jsonReply } from '../reply.mts';
import type { Route } from '../route.mts';
import { route } from '../route.mts';
import type { World } from '../world.mts';

export function hashtagRoutes(world: World): Route[] {
	const { store } = world;
	const nameOf = (call: Call) => store.normalise(call.segment('name'));
	const entity = (name: string, call: Call) => jsonReply(hashtagEntity(name, call.viewer, world));

	const follow = (call: Call) => {
		store.hashtag(nameOf(call));
		call.user.followedTags.add(nameOf(call));
		return entity(nameOf(call), call);
	};
	const unfollow = (call: Call) => {
		call.user.followedTags.delete(nameOf(call));
		return entity(nameOf(call), call);
	};
	const followed = (call: Call) => {
		const names = [...call.user.followedTags].slice(0, call.limit(100, 200));
		return jsonReply(names.map((name) => hashtagEntity(name, call.user, world)));
	};
	const trends = (call: Call) => {
		const byUse = [...store.hashtags].sort(([, a], [, b]) => b.size - a.size);
		const offset = Number(call.text('offset') ?? 0);
		const names = byUse.slice(offset, offset + call.limit(10, 20)).map(([name]) => name);
		return jsonReply(names.map((name) => hashtagEntity(name, call.viewer, world)));
	};
	return [
		route('GET /api/v1/tags/:name', 'read', (call) => entity(nameOf(call), call)),
		route('POST /api/v1/tags/:name/follow', 'user write:follows follow', follow),
		route('POST /api/v1/tags/:name/unfollow', 'user write:follows follow', unfollow),
		route('GET /api/v1/followed_tags', 'user read:follows follow', followed),
		route('GET /api/v1/trends/tags', 'read', trends),
	];
}
