import type { Post } from '../../sandbox/post.mts';
import type { Model } from './model.mts';
import type { Server } from './server.mts';
import type { Deed } from './step.mts';

export interface Scene {
	readonly server: Server;
	readonly model: Model;
	readonly hashtags: readonly string[];
	/** Posts that are eligible at some time of the run that is under way. */
	readonly eligible: Set<Post>;
	readonly isRunning: boolean;
	/** When that run began to read. */
	readonly readingSince: number | undefined;
}

/** Does on the server what people do, and tells the model. Answers what was done, in words. */
export function doDeed(deed: Deed, scene: Scene): string | undefined {
	const { server, model, hashtags, eligible, isRunning, readingSince } = scene;
	if (deed.kind === 'opt-out') {
		server.optOut(deed.which);
		return `opt-out of author${deed.which}`;
	}
	if (deed.kind === 'posts') {
		const posts = server.add(deed, hashtags);
		model.arrived(posts, readingSince);
		for (const post of posts) if (model.isEligible(post)) eligible.add(post);
		const [first, second, third, ...rest] = posts.map((post) => server.describe(post));
		const more = rest.length > 0 ? [`${rest.length} more`] : [];
		return `posts ${[first, second, third, ...more].filter(Boolean).join(', ')}`;
	}
	const there = server.posts.filter((post) => server.isThere(post));
	const post = there[deed.which % Math.max(1, there.length)];
	if (!post) return undefined;
	const { store } = server.world;
	switch (deed.kind) {
		case 'delete':
			store.deletePost(post.id);
			break;
		case 'hand':
			// During a run it would be a race that nobody can win on a server that boosts twice.
			if (isRunning || post.boostedBy.length > 0) return undefined;
			server.boostByHand(post);
			break;
		case 'hide':
			store.editPost(post.id, { visibility: 'private' });
			break;
		case 'untag':
			store.editPost(post.id, { hashtags: [] });
			break;
		case 'tag':
			if (!model.isEligible(post)) model.excuse(post, 'tagged by an edit');
			store.editPost(post.id, { hashtags: [...post.hashtags, hashtags[0]!] });
			if (model.isEligible(post)) eligible.add(post);
	}
	return `${deed.kind} ${server.describe(post)}`;
}
