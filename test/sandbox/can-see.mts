import type { Account } from './account.mts';
import type { Post } from './post.mts';

/** Whether `viewer` may see the post at all (Mastodon `status_policy.rb`, without mentions). */
export function canSee(viewer: Account | null, post: Post): boolean {
	if (!post.known || post.account.suspended) return false;
	if (viewer?.id === post.account.id) return true;
	if (viewer !== null && post.account.blocks.has(viewer.id)) return false;
	if (post.visibility === 'direct') return false;
	return post.visibility !== 'private' || (viewer?.follows.has(post.account.id) ?? false);
}
