import { requestText, type SnacRequest } from './request-text.mts';
import type { SnacServer } from './snac-server.mts';
import type { SnacStatus } from './snac-status.mts';

const OUT_OF_BAND = 'urn:ietf:wg:oauth:2.0:oob';

interface SnacNotification {
	readonly type: string;
	readonly account: { readonly url: string };
	readonly status?: SnacStatus;
}

/** One user of one snac server, as an app with a token sees it. */
export class SnacClient {
	readonly token: string;
	readonly #url: string;

	private constructor(url: string, token: string) {
		this.#url = url;
		this.token = token;
	}

	/** Gets a token the way every app does: register, log in, trade the code. */
	static async login(server: SnacServer, name: string): Promise<SnacClient> {
		const { password } = server.user(name);
		const app = await json<{ client_id: string; client_secret: string }>(server.url, '/api/v1/apps', {
			body: new URLSearchParams({
				client_name: 'test',
				redirect_uris: OUT_OF_BAND,
				scopes: 'read write follow',
			}),
		});
		const page = await requestText(server.url, '/oauth/x-snac-login', {
			body: new URLSearchParams({
				login: name,
				passwd: password,
				redir: OUT_OF_BAND,
				cid: app.client_id,
				state: 'test',
			}),
		});
		// The answer is `CODE&state=test`; a refused login is a 200 as well, with the form once more.
		const code = /^([0-9a-f]+)(?:&|$)/.exec(page)?.[1];
		if (code === undefined) throw new Error(`${server.host} did not log ${name} in`);
		const { access_token: token } = await json<{ access_token: string }>(server.url, '/oauth/token', {
			body: new URLSearchParams({
				...app,
				grant_type: 'authorization_code',
				redirect_uri: OUT_OF_BAND,
				code,
			}),
		});
		return new SnacClient(server.url, token);
	}

	/** Follows somebody by the URL of their actor; snac lets an account boost only what is in its own timeline. */
	async follow(actorUrl: string): Promise<void> {
		const query = new URLSearchParams({ q: actorUrl, type: 'accounts', resolve: 'true' });
		const found = await this.#get<{ accounts: Array<{ id: string }> }>(`/api/v2/search?${query}`);
		const account = found.accounts[0];
		if (account === undefined) throw new Error(`${this.#url} can't find ${actorUrl}`);
		await this.#post(`/api/v1/accounts/${account.id}/follow`);
	}

	async write(status: string): Promise<SnacStatus> {
		return await this.#post('/api/v1/statuses', { status, visibility: 'public' });
	}

	async boost(id: string): Promise<SnacStatus> {
		return await this.#post(`/api/v1/statuses/${id}/reblog`);
	}

	async status(id: string): Promise<SnacStatus> {
		return await this.#get(`/api/v1/statuses/${id}`);
	}

	/** Newest first, each post as itself, also where snac wraps it because somebody has boosted it. */
	async tagTimeline(hashtag: string): Promise<SnacStatus[]> {
		const entries = await this.#get<SnacStatus[]>(
			`/api/v1/timelines/tag/${encodeURIComponent(hashtag)}?limit=40`,
		);
		return entries.map((entry) => entry.reblog ?? entry);
	}

	/** The actor URLs of those who boosted a post; somebody who boosted it twice is in here once. */
	async boosters(id: string): Promise<string[]> {
		const accounts = await this.#get<Array<{ url: string }>>(`/api/v1/statuses/${id}/reblogged_by`);
		return accounts.map((account) => account.url);
	}

	/**
	 * The actor URL of each boost of the user's own post that arrived here, repeated when it arrived again.
	 * Unlike `reblogs_count`, which counts people, this shows a boost that was sent twice.
	 */
	async boostsReceived(id: string): Promise<string[]> {
		const notifications = await this.#get<SnacNotification[]>('/api/v1/notifications');
		return notifications
			.filter((notification) => notification.type === 'reblog' && notification.status?.id === id)
			.map((notification) => notification.account.url);
	}

	async #get<T>(path: string): Promise<T> {
		return await json<T>(this.#url, path, { token: this.token });
	}

	async #post<T>(path: string, fields: Record<string, string> = {}): Promise<T> {
		return await json<T>(this.#url, path, { token: this.token, body: new URLSearchParams(fields) });
	}
}

async function json<T>(url: string, path: string, request: SnacRequest): Promise<T> {
	return JSON.parse(await requestText(url, path, request)) as T;
}
