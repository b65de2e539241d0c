import type { MastodonClient, TagTimelineQuery } from '../../core/mastodon/client';
import { PAGE_SIZE } from '../../core/mastodon/client';
import type { Status, StatusPage } from '../../core/mastodon/status';

type Client = Pick<MastodonClient, 'tagTimeline' | 'statuses'>;

/** A timeline of posts in the order in which the server holds them, newest first. */
export class FakeTimeline {
	readonly asked: TagTimelineQuery[] = [];

	constructor(
		public posts: readonly Status[],
		private readonly rules: {
			readonly pageSize?: number;
			readonly ignoresMaxId?: boolean;
			/** Finds nothing below a `max_id` that is not there. */
			readonly cursorsMustExist?: boolean;
			/** `min_id` answers oldest first. */
			readonly ascending?: boolean;
			/** Throws instead of answering that request, counted from 1. */
			readonly failsAt?: number;
			readonly failure?: Error;
		} = {},
	) {}

	/** As a client of which nothing but this timeline and its posts are used. */
	get client(): MastodonClient {
		const fake: Partial<Client> = {
			tagTimeline: async (query) => pageOf(await this.page(query)),
			statuses: async (ids) => this.posts.filter(({ id }) => ids.includes(id)),
		};
		return fake as MastodonClient;
	}

	/** The ids by which each page was asked for: `>1`, `<9`, `` for the top. */
	get cursors(): readonly string[] {
		return this.asked.map(({ from }) => {
			if (!from) return '';
			return 'minId' in from ? `>${from.minId}` : `<${from.maxId}`;
		});
	}

	private async page(query: TagTimelineQuery): Promise<readonly Status[]> {
		this.asked.push(query);
		if (this.asked.length === this.rules.failsAt) throw this.rules.failure ?? new Error('failed');
		const { from } = query;
		const { pageSize = PAGE_SIZE, ignoresMaxId = false, ascending = false } = this.rules;
		if (!from || ('maxId' in from && ignoresMaxId)) return this.posts.slice(0, pageSize);
		if ('maxId' in from) {
			const at = this.posts.findIndex(({ id }) => id === from.maxId);
			if (at === -1 && this.rules.cursorsMustExist) return [];
			return this.posts.slice(at + 1, at + 1 + pageSize);
		}
		const above = this.posts.filter(({ id }) => compare(id, from.minId) > 0).slice(-pageSize);
		return ascending ? above.reverse() : above;
	}
}

function pageOf(statuses: readonly Status[]): StatusPage {
	return { statuses, size: statuses.length, problems: [] };
}

function compare(a: string, b: string): number {
	return a.length - b.length || (a < b ? -1 : Number(a > b));
}
