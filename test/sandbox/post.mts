import type { Account } from './account.mts';
import type { Visibility } from './profile.mts';

/** A post, or a boost when `boostOf` is set; times in ms since the epoch. */
export interface Post {
	readonly id: string;
	readonly uri: string;
	readonly url: string;
	readonly account: Account;
	/** Orders the rows of a server that sorts by arrival: time, then order of arrival. */
	readonly arrivedAt: number;
	readonly arrival: number;
	readonly createdAt: number;
	editedAt: number | undefined;
	/** HTML. */
	content: string;
	/** What the author wrote, given back when the post is deleted. */
	text: string;
	/** Normalised names. */
	hashtags: readonly string[];
	visibility: Visibility;
	sensitive: boolean;
	spoilerText: string;
	language: string | null;
	inReplyTo: string | undefined;
	media: readonly Media[];
	poll: Poll | undefined;
	favourites: number;
	/** Boosts by accounts the sandbox doesn't hold; those it holds come on top. */
	boosts: number;
	filtered: 'warn' | 'hide' | undefined;
	/** False: somewhere in the network, but not on this server until a search resolves it. */
	known: boolean;
	readonly boostOf: Post | undefined;
	replies: number;
	/** Boosts of this post that are there now. */
	readonly boostedBy: Post[];
}

export interface NewPost {
	readonly account: Account | string;
	/** Plain text; `content` wins. Default: the hashtags themselves. */
	readonly text?: string;
	readonly content?: string;
	/** With or without `#`; they needn't occur in the text. Default: none. */
	readonly hashtags?: readonly string[];
	/** Default: now. */
	readonly createdAt?: number;
	/**
	 * `created` (default): the id is made from `createdAt`, so that an old post lands below newer ones. A number
	 * (ms): the id is made from it, unless the server always takes the post's own time.
	 */
	readonly arrivedAt?: 'created' | number;
	readonly visibility?: Visibility;
	readonly sensitive?: boolean;
	readonly spoilerText?: string;
	/** Default: `en`; null: none stated. */
	readonly language?: string | null;
	/** Id of a post. */
	readonly inReplyTo?: string;
	/** A number makes that many images. */
	readonly media?: number | readonly Media[];
	readonly poll?: Poll;
	readonly favourites?: number;
	readonly boosts?: number;
	/** The reader's filter that the post matches. */
	readonly filtered?: 'warn' | 'hide';
	readonly known?: boolean;
	/** For posts whose address matters; default: made from the author's server and the id. */
	readonly uri?: string;
	readonly url?: string;
}

export type PostChanges = Partial<
	Pick<
		Post,
		| 'content'
		| 'text'
		| 'visibility'
		| 'sensitive'
		| 'spoilerText'
		| 'language'
		| 'favourites'
		| 'boosts'
		| 'filtered'
		| 'known'
	>
> & { readonly hashtags?: readonly string[]; readonly editedAt?: number };

export interface Media {
	readonly id: string;
	readonly type: 'image' | 'video' | 'audio' | 'unknown';
	readonly mimeType: string;
	/** Bytes received. */
	readonly bytes: number;
	description: string | null;
	/** `x,y`, each between -1 and 1. */
	focus: string | null;
}

export interface Poll {
	readonly options: readonly string[];
	readonly expiresAt: number;
	readonly multiple: boolean;
}

/** One boost that was made, kept for ever: a second boost of one post is a second record. */
export interface BoostRecord {
	readonly statusId: string;
	readonly uri: string;
	readonly accountId: string;
	readonly visibility: Visibility;
	readonly at: number;
	/** Id of the boost itself. */
	readonly boostId: string;
}
