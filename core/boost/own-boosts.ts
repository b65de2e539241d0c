import type { MastodonClient } from '../mastodon/client';
import type { Status } from '../mastodon/status';

/** Pages of own posts that are read at most: 800 boosts. */
const MOST_PAGES = 20;

/** A boost that the account made. */
export interface OwnBoost {
	readonly post: Status;
	/** When it was boosted, in milliseconds since the epoch. */
	readonly boostedAt: number;
}

/** What the account boosted lately, by its own timeline: the truth where the server's flags tell none. */
export class OwnBoosts {
	private readonly uris = new Set<string>();
	/** Everything that was boosted after this is known. */
	private knownSince = Infinity;
	private reachedLimit = false;

	constructor(
		private readonly client: MastodonClient,
		private readonly accountId: string,
	) {}

	has(uri: string): boolean {
		return this.uris.has(uri);
	}

	/** Whether a boost of a post of that age would be known: nobody boosts a post before it is written. */
	covers(createdAt: number): boolean {
		return createdAt >= this.knownSince;
	}

	/** As `read`, unless this run read far enough back already, or as far as it may. */
	async readOnce(since: number): Promise<void> {
		if (!this.covers(since) && !this.reachedLimit) await this.read(since);
	}

	/** As `readOnce`, but the latest page in any case: another run may be boosting at the same time. */
	async readOn(since: number): Promise<void> {
		await this.read(this.covers(since) || this.reachedLimit ? Infinity : since);
	}

	/** Reads back to `since` (milliseconds), as far as the page limit allows. The latest boost comes first. */
	async read(since: number): Promise<readonly OwnBoost[]> {
		const boosts: OwnBoost[] = [];
		let maxId: string | undefined;
		for (let page = 0; page < MOST_PAGES; page++) {
			const statuses = await this.client.accountStatuses(this.accountId, maxId);
			for (const { reblog, createdAt } of statuses) {
				if (!reblog) continue;
				boosts.push({ post: reblog, boostedAt: createdAt });
				this.uris.add(reblog.uri);
			}
			const last = statuses.at(-1);
			const isEnd = !last || last.id === maxId;
			this.knownSince = isEnd ? -Infinity : Math.min(this.knownSince, last.createdAt);
			if (isEnd || last.createdAt < since) return boosts;
			maxId = last.id;
		}
		this.reachedLimit = true;
		return boosts;
	}
}
