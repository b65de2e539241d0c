/** Whose state it is: two owners never share one. */
export interface StateOwner {
	/** Host, with a port where it is not the default one: `mastodon.social`. */
	readonly instance: string;
	readonly accountId: string;
	/** Hashtags and `match` in a fixed form: `any:cats,dogs`. */
	readonly query: string;
}

export type StoredState =
	| { readonly status: 'found'; readonly text: string }
	/** There is none: a first run, or one that was evicted. */
	| { readonly status: 'absent' }
	/** There may be one, but it cannot be had now; what is saved now must not replace it. */
	| { readonly status: 'unavailable'; readonly why: string };

/** Keeps one text per owner. It knows bytes, not their meaning. */
export interface StateStore {
	load(owner: StateOwner): Promise<StoredState>;
	/** Replaces the text at once and whole: after a crash the old one or the new one is there. */
	save(text: string): Promise<void>;
	/** Keeps a text that could not be used out of the way, and says where in words. */
	setAside(text: string): Promise<string>;
}
