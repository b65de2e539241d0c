import { httpTime } from '../http/http-time';
import type { Http, HttpRequest } from '../ports/http';
import type { Account } from './account';
import { accountFrom } from './account';
import { ApiReader } from './api-reader';
import type { ReblogAnswer } from './reblog';
import { reblogAnswer, reblogFailure } from './reblog';
import { listAt, objectAt } from './shape';
import type { Status, StatusPage } from './status';
import { statusFrom, statusPage } from './status';

export interface TagTimelineQuery {
	/** The hashtag in the path, without `#`; with `any[]` it counts as one of four. */
	readonly hashtag: string;
	/** Further hashtags, asked for with `any[]`. */
	readonly others?: readonly string[];
	/** Whether the server may answer that there is no such hashtag (GoToSocial: 404). */
	readonly mayBeUnknown: boolean;
	/** Only posts right above this id, or only posts below it. */
	readonly from?: { readonly minId: string } | { readonly maxId: string };
}

export type BoostVisibility = 'public' | 'unlisted' | 'private';

/** The largest page that every server answers. */
export const PAGE_SIZE = 40;

const EMPTY_PAGE: StatusPage = { statuses: [], size: 0, problems: [] };

/** The part of the Mastodon API that boosting needs. Errors: those of `api-errors.ts` and `RateLimitReachedError`. */
export class MastodonClient {
	private readonly reader: ApiReader;

	constructor(
		private readonly http: Http,
		readonly instance: string,
		/** Told of every entry of a page that is no status, with endpoint and field. */
		private readonly onOddStatus: (problem: string) => void,
	) {
		this.reader = new ApiReader(http, instance);
	}

	/** The token's owner, and the server's time in milliseconds where it tells. */
	async verifyCredentials(): Promise<{ account: Account; serverTime: number | undefined }> {
		const { value, headers } = await this.reader.readExisting({
			path: '/api/v1/accounts/verify_credentials',
			scope: 'read:accounts',
			provesToken: true,
			parse: (json) => accountFrom(json, 'the account'),
		});
		return { account: value, serverTime: httpTime(headers.date) };
	}

	/**
	 * One page, newest first on most servers. An unknown hashtag has no posts. A post that
	 * snac shows as its latest boost, under the post's own id, is given as the post that it is.
	 */
	async tagTimeline({ hashtag, others, from, mayBeUnknown }: TagTimelineQuery): Promise<StatusPage> {
		const query: Array<[string, string]> = [['limit', String(PAGE_SIZE)]];
		for (const other of others ?? []) query.push(['any[]', other]);
		// Pixelfed shows media alone unless told otherwise.
		query.push(['only_media', 'false']);
		if (from) query.push('minId' in from ? ['min_id', from.minId] : ['max_id', from.maxId]);
		const page = await this.page(`/api/v1/timelines/tag/${encodeURIComponent(hashtag)}`, query, mayBeUnknown);
		return {
			...page,
			statuses: page.statuses.map((status) => (status.reblog?.id === status.id ? status.reblog : status)),
		};
	}

	/** Whether a hashtag's timeline shows its posts although `none[]` excludes them. */
	async showsExcluded(hashtag: string): Promise<boolean> {
		const query = [
			['limit', '1'],
			['none[]', hashtag],
		] as const;
		return (await this.page(`/api/v1/timelines/tag/${encodeURIComponent(hashtag)}`, query)).size > 0;
	}

	/** Undefined when it is gone or hidden from the token's owner. */
	async status(id: string): Promise<Status | undefined> {
		const found = await this.reader.read({
			path: `/api/v1/statuses/${encodeURIComponent(id)}`,
			scope: 'read:statuses',
			parse: (json) => statusFrom(json, 'the status'),
		});
		return found?.value.reblog ?? found?.value;
	}

	/** Those of the statuses that are there, in any order. As many as the server reads at once. */
	async statuses(ids: readonly string[]): Promise<readonly Status[]> {
		if (ids.length === 1) {
			const status = await this.status(ids[0]!);
			return status ? [status] : [];
		}
		const query = ids.map((id) => ['id[]', id] as const);
		return (await this.page('/api/v1/statuses', query)).statuses;
	}

	/** A page of what an account posted and boosted, newest first. */
	async accountStatuses(accountId: string, maxId?: string): Promise<readonly Status[]> {
		const query: Array<[string, string]> = [['limit', String(PAGE_SIZE)]];
		if (maxId !== undefined) query.push(['max_id', maxId]);
		return (await this.page(`/api/v1/accounts/${encodeURIComponent(accountId)}/statuses`, query)).statuses;
	}

	/** The post of any server by its address, as this server knows it; it fetches it where it does not yet. */
	async findByUrl(url: string): Promise<Status | undefined> {
		const { value } = await this.reader.readExisting({
			path: '/api/v2/search',
			query: [
				['q', url],
				['resolve', 'true'],
				['type', 'statuses'],
				['limit', '1'],
			],
			scope: 'read:search',
			parse: (json) => statusPage(listAt(objectAt(json, 'the answer').statuses, 'statuses')),
		});
		return value.statuses[0];
	}

	async reblog(id: string, visibility: BoostVisibility): Promise<ReblogAnswer> {
		return this.http
			.request({
				method: 'POST',
				path: `/api/v1/statuses/${encodeURIComponent(id)}/reblog`,
				json: { visibility },
			})
			.then(reblogAnswer, reblogFailure);
	}

	private async page(
		path: string,
		query: HttpRequest['query'] & object,
		mayBeAbsent = false,
	): Promise<StatusPage> {
		const request = { path, query, scope: 'read:statuses', parse: statusPage };
		const read = mayBeAbsent ? await this.reader.read(request) : await this.reader.readExisting(request);
		const page = read?.value ?? EMPTY_PAGE;
		for (const problem of page.problems) this.onOddStatus(`GET ${path}: ${problem}`);
		return page;
	}
}
