/** What the tests read of a status. */
export interface SnacStatus {
	readonly id: string;
	readonly uri: string;
	readonly url: string;
	readonly created_at: string;
	readonly account: { readonly id: string; readonly acct: string };
	readonly tags: ReadonlyArray<{ readonly name: string }>;
	readonly reblogged: boolean;
	readonly reblogs_count: number;
	/** Set on the one entry of a post that anybody has boosted: the same id, and the post itself in here. */
	readonly reblog: SnacStatus | null;
}
