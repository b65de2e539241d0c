import { ApiError } from '../api-error.mts';
import type { Call } from '../call.mts';
import { checkCursors } from '../check-cursors.mts';
import { pageLinks } from '../page-links.mts';
import { jsonReply } from '../reply.mts';
import type { Route } from '../route.mts';
import { route } from '../route.mts';
import { statusEntity } from '../status-entity.mts';
import { tagTimeline } from '../tag-timeline.mts';
import type { World } from '../world.mts';

export function timelineRoutes(world: World): Route[] {
	const { profile, store } = world;
	const rules = profile.timeline;

	const read = (call: Call) => {
		const refusal = call.token === null ? rules.anonymous : call.viewer === null ? rules.appToken : null;
		if (refusal !== null) throw new ApiError(refusal.status, refusal.message);
		const tooOld = checkCursors(call, profile, world.now());
		const limit = call.limit(rules.defaultLimit, rules.maxLimit);
		const page = tagTimeline(store, call.segment('hashtag'), call, limit);
		if (page === undefined && profile.hashtags.unknown === 404) throw new ApiError(404, 'Not Found');
		const rows = tooOld ? [] : (page ?? []);
		const entities = rows.map((post) => statusEntity(post, call.viewer, world, 'tag timeline'));
		return jsonReply(entities, 200, pageLinks(call.request, world.url, rows, rules));
	};
	return [route('GET /api/v1/timelines/tag/:hashtag', 'read read:statuses', read)];
}
