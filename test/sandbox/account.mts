import type { Post } from './post.mts';

/** An account as the sandbox holds it; times in ms since the epoch. */
export interface Account {
	readonly id: string;
	readonly username: string;
	/** Undefined for accounts of the sandbox itself. */
	readonly host: string | undefined;
	/** `user`, or `user@host` for a remote account. */
	readonly acct: string;
	readonly uri: string;
	readonly url: string;
	displayName: string;
	note: string;
	bot: boolean;
	locked: boolean;
	group: boolean;
	createdAt: number;
	discoverable: boolean | null;
	indexable: boolean;
	noindex: boolean;
	fields: readonly { readonly name: string; readonly value: string }[];
	/** Where the account moved to. */
	moved: Account | undefined;
	limited: boolean;
	suspended: boolean;
	/** Visibility of posts and boosts that don't state one. */
	defaultVisibility: 'public' | 'unlisted' | 'private';
	followersCount: number;
	followingCount: number;
	/** Posts and boosts there are now. */
	readonly posts: Set<Post>;
	/** Ids of accounts. */
	readonly follows: Set<string>;
	readonly requested: Set<string>;
	readonly mutes: Set<string>;
	readonly blocks: Set<string>;
	/** Ids of posts. */
	readonly favourites: Set<string>;
	readonly bookmarks: Set<string>;
	/** Normalised names of hashtags. */
	readonly followedTags: Set<string>;
	readonly lists: AccountList[];
}

export interface AccountList {
	readonly id: string;
	title: string;
	readonly accountIds: Set<string>;
}

export interface NewAccount {
	readonly username: string;
	/** Given for a remote account. */
	readonly host?: string;
	readonly displayName?: string;
	/** HTML. */
	readonly note?: string;
	readonly bot?: boolean;
	readonly locked?: boolean;
	readonly group?: boolean;
	/** Default: a year before now. */
	readonly createdAt?: number;
	/** Default: true. */
	readonly discoverable?: boolean | null;
	/** Default: true. */
	readonly indexable?: boolean;
	/** Shown for local accounts only, as Mastodon does. */
	readonly noindex?: boolean;
	readonly fields?: readonly { readonly name: string; readonly value: string }[];
	/** Id of the account it moved to. */
	readonly moved?: string;
	readonly limited?: boolean;
	readonly suspended?: boolean;
	readonly defaultVisibility?: 'public' | 'unlisted' | 'private';
	readonly followersCount?: number;
	readonly followingCount?: number;
}
