import type { MastodonClient } from '../mastodon/client';
import type { Status } from '../mastodon/status';

/** Pages of own posts that are read at most: 400 boosts. */
const MOST_PAGES = 10;

/** What the account boosted lately, by its own timeline: the truth where the server's flags tell none. */
export class OwnBoosts {
	private readonly uris = new Set<string>();
	private wasRead = false;

	constructor(
		private readonly client: MastodonClient,
		private readonly accountId: string,
	) {}

	has(uri: string): boolean {
		return this.uris.has(uri);
	}

	/** As `read`, unless that was done in this run already. */
	async readOnce(since: number): Promise<void> {
		if (!this.wasRead) await this.read(since);
	}

	/**
	 * Reads back to `since` (milliseconds): nobody can have boosted a post before it was written.
	 * Answers the boosted posts, the latest boost first.
	 */
	async read(since: number): Promise<readonly Status[]> {
		const boosted: Status[] = [];
		let maxId: string | undefined;
		for (let page = 0; page < MOST_PAGES; page++) {
			const statuses = await this.client.accountStatuses(this.accountId, maxId);
			for (const { reblog } of statuses) {
				if (!reblog) continue;
				boosted.push(reblog);
				this.uris.add(reblog.uri);
			}
			const last = statuses.at(-1);
			if (!last || last.id === maxId || last.createdAt < since) break;
			maxId = last.id;
		}
		this.wasRead = true;
		return boosted;
	}
}
