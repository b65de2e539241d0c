import { ApiError } from './api-error.mts';
import type { Call } from './call.mts';
import { canSee } from './can-see.mts';
import type { Post } from './post.mts';
import type { World } from './world.mts';

/** The post named by `:id`; 404 also when the reader may not see it. */
export function findPost(call: Call, world: World): Post {
	const post = world.store.posts.get(call.segment('id'));
	if (post === undefined || !canSee(call.viewer, post.boostOf ?? post) || !canSee(call.viewer, post)) {
		throw new ApiError(404, 'Record not found');
	}
	return post;
}
