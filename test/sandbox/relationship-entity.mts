import type { Account } from './account.mts';

/** The Mastodon `Relationship` entity: what `account` is to `viewer`. */
export function relationshipEntity(viewer: Account, account: Account): Record<string, unknown> {
	return {
		id: account.id,
		following: viewer.follows.has(account.id),
		showing_reblogs: viewer.follows.has(account.id),
		notifying: false,
		languages: null,
		followed_by: account.follows.has(viewer.id),
		blocking: viewer.blocks.has(account.id),
		blocked_by: account.blocks.has(viewer.id),
		muting: viewer.mutes.has(account.id),
		muting_notifications: false,
		requested: viewer.requested.has(account.id),
		requested_by: false,
		domain_blocking: false,
		endorsed: false,
		note: '',
	};
}
