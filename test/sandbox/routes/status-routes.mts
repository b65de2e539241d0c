import { ApiError } from '../api-error.mts';
import type { Call } from '../call.mts';
import { canSee } from '../can-see.mts';
import { findPost } from '../find-post.mts';
import { newPostFrom } from '../new-post-from.mts';
import { jsonReply } from '../reply.mts';
import type { Route } from '../route.mts';
import { route } from '../route.mts';
import { statusEntity } from '../status-entity.mts';
import type { World } from '../world.mts';

const hour = 3_600_000;

export function statusRoutes(world: World): Route[] {
	const { store, limiter, profile } = world;
	/** What an `Idempotency-Key` of an account was answered with, kept for an hour. */
	const answered = new Map<string, { readonly at: number; readonly body: unknown }>();
	const entity = (call: Call) => statusEntity(findPost(call, world), call.viewer, world);

	const several = (call: Call) => {
		if (!profile.statusesById) throw new ApiError(404, 'Not found');
		const found = call.list('id').flatMap((id) => store.posts.get(id) ?? []);
		const visible = found.filter((post) => canSee(call.viewer, post));
		return jsonReply(visible.map((post) => statusEntity(post, call.viewer, world)));
	};

	const create = (call: Call) => {
		const header = call.request.headers['idempotency-key'];
		const key = header === undefined ? undefined : `${call.user.id} ${String(header)}`;
		const before = key === undefined ? undefined : answered.get(key);
		if (before !== undefined && world.now() - before.at < hour) return jsonReply(before.body);
		const draft = newPostFrom(call, world);
		if (limiter.spend('statuses', call.user.id)) throw new ApiError(429, profile.rateLimits.message);
		const body =
			draft.scheduledAt === null
				? statusEntity(store.addPost(draft.post), call.user, world)
				: scheduled(call);
		if (key !== undefined) answered.set(key, { at: world.now(), body });
		return jsonReply(body);
	};
	const scheduled = (call: Call) => ({
		id: store.ids.next(world.now()),
		scheduled_at: new Date(call.text('scheduled_at') ?? '').toISOString(),
		params: { ...call.params, text: call.text('status') ?? '' },
		media_attachments: [],
	});

	/** Own posts only; the answer carries the text so that it can be written anew. */
	const remove = (call: Call) => {
		const post = findPost(call, world);
		if (post.account.id !== call.user.id) throw new ApiError(404, 'Record not found');
		const body = { ...statusEntity(post, call.user, world), text: post.text };
		store.deletePost(post.id);
		return jsonReply(body);
	};

	return [
		route('GET /api/v1/statuses', 'read read:statuses', several),
		route('POST /api/v1/statuses', 'user write:statuses', create),
		route('GET /api/v1/statuses/:id', 'read read:statuses', (call) => jsonReply(entity(call))),
		route('DELETE /api/v1/statuses/:id', 'user write:statuses', remove),
	];
}
