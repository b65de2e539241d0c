import type { Http, HttpRequest, HttpResponse } from '../../core/ports/http';
import { accountJson } from './make-status.mts';
import { ok, respond } from './scripted-http.mts';

type Entity = Record<string, unknown>;

/** A Mastodon that knows one account and one timeline, for whole runs. Posts by rising ids. */
export class ServedTimeline implements Http {
	readonly asked: string[] = [];

	constructor(
		public posts: readonly Entity[],
		/** Answers that path instead, when it gives an answer. */
		private readonly instead: (path: string, count: number) => HttpResponse | undefined = () => undefined,
	) {}

	async request(request: HttpRequest): Promise<HttpResponse> {
		const { method, path, query = [] } = request;
		this.asked.push(`${method} ${path}`);
		const other = this.instead(path, this.asked.filter((line) => line.endsWith(` ${path}`)).length);
		if (other) return other;
		if (path.endsWith('/verify_credentials')) return ok(accountJson({ id: '1', acct: 'me' }));
		if (path === '/.well-known/nodeinfo') {
			const rel = 'http://nodeinfo.diaspora.software/ns/schema/2.0';
			return ok({ links: [{ rel, href: 'https://here.example/nodeinfo/2.0' }] });
		}
		if (path === '/nodeinfo/2.0') return ok({ software: { name: 'mastodon', version: '4.5.0' } });
		if (path.startsWith('/api/v1/timelines/tag/')) return ok(this.page(new Map(query)));
		return respond(404, { error: 'Record not found' });
	}

	/** The posts right above `min_id`, newest first. */
	private page(query: ReadonlyMap<string, string>): readonly Entity[] {
		const above = BigInt(query.get('min_id') ?? '0');
		return this.posts
			.filter(({ id }) => BigInt(String(id)) > above)
			.slice(0, Number(query.get('limit')))
			.reverse();
	}
}
