import type { Account } from './account.mts';
import type { World } from './world.mts';

/** The Mastodon `Account` entity. */
export function accountEntity(account: Account, world: World): Record<string, unknown> {
	let last = 0;
	for (const post of account.posts) last = Math.max(last, post.createdAt);
	const image = `${world.url}/missing.png`;
	return {
		id: account.id,
		username: account.username,
		acct: account.acct,
		uri: account.uri,
		url: account.url,
		display_name: account.displayName,
		note: account.note,
		avatar: image,
		avatar_static: image,
		header: image,
		header_static: image,
		locked: account.locked,
		bot: account.bot,
		group: account.group,
		discoverable: account.discoverable,
		...(world.profile.entities.indexable ? { indexable: account.indexable } : {}),
		hide_collections: null,
		created_at: dayOrMoment(account.createdAt, world),
		last_status_at: last === 0 ? null : new Date(last).toISOString().slice(0, 10),
		statuses_count: account.posts.size,
		followers_count: account.followersCount,
		following_count: account.followingCount,
		emojis: [],
		fields: account.fields.map(({ name, value }) => ({ name, value, verified_at: null })),
		// Only the server an account lives on knows these two.
		...(account.host === undefined ? { noindex: account.noindex, roles: [] } : {}),
		...(account.moved === undefined ? {} : { moved: accountEntity(account.moved, world) }),
		...(account.limited ? { limited: true } : {}),
		...(account.suspended ? { suspended: true } : {}),
	};
}

function dayOrMoment(time: number, world: World): string {
	const moment = new Date(time).toISOString();
	return world.profile.entities.createdAtMidnight ? `${moment.slice(0, 10)}T00:00:00.000Z` : moment;
}
