import type { Account, NewAccount } from './account.mts';
import type { Store } from './store.mts';

const year = 365 * 86_400_000;

/** An account with every default filled in; remote ones live at `https://host`. */
export function makeAccount(given: NewAccount, store: Store): Account {
	const { username, host } = given;
	const home = host === undefined ? store.url : `https://${host}`;
	const createdAt = given.createdAt ?? store.now() - year;
	return {
		id: store.ids.next(createdAt),
		username,
		host,
		acct: host === undefined ? username : `${username}@${host}`,
		uri: `${home}/users/${username}`,
		url: `${home}/@${username}`,
		displayName: given.displayName ?? '',
		note: given.note ?? '',
		bot: given.bot ?? false,
		locked: given.locked ?? false,
		group: given.group ?? false,
		createdAt,
		discoverable: given.discoverable === undefined ? true : given.discoverable,
		indexable: given.indexable ?? true,
		noindex: given.noindex ?? false,
		fields: given.fields ?? [],
		moved: given.moved === undefined ? undefined : store.account(given.moved),
		limited: given.limited ?? false,
		suspended: given.suspended ?? false,
		defaultVisibility: given.defaultVisibility ?? 'public',
		followersCount: given.followersCount ?? 0,
		followingCount: given.followingCount ?? 0,
		posts: new Set(),
		follows: new Set(),
		requested: new Set(),
		mutes: new Set(),
		blocks: new Set(),
		favourites: new Set(),
		bookmarks: new Set(),
		followedTags: new Set(),
		lists: [],
	};
}
