import type { Http, HttpRequest, HttpResponse } from '../../core/ports/http';
import { NOON } from '../fakes/fake-clock.mts';
import { accountJson, statusJson } from '../fakes/make-status.mts';
import { ok, respond } from '../fakes/scripted-http.mts';

type Entity = Record<string, unknown>;

/** One timeline of posts, oldest first, that remembers what it was asked to boost: a second time is noted, too. */
export class BoostingServer implements Http {
	readonly asked: string[] = [];
	/** Ids, in order. */
	readonly boosted: string[] = [];

	constructor(
		private readonly posts: readonly Entity[],
		private readonly software: string,
	) {}

	/** An id of Mastodon for a post that is an hour old. */
	static idOf(number: number): string {
		return ((BigInt(NOON - 3_600_000) << 16n) + BigInt(number)).toString();
	}

	async request({ method, path, query = [] }: HttpRequest): Promise<HttpResponse> {
		this.asked.push(`${method} ${path}`);
		if (path.endsWith('/verify_credentials')) return ok(accountJson({ id: '1', acct: 'me' }));
		if (path === '/.well-known/nodeinfo') {
			const rel = 'http://nodeinfo.diaspora.software/ns/schema/2.0';
			return ok({ links: [{ rel, href: 'https://here.example/nodeinfo/2.0' }] });
		}
		if (path === '/nodeinfo/2.0') return ok({ software: { name: this.software, version: '4.5.0' } });
		if (path === '/api/v1/accounts/1/statuses') return ok(this.ownBoosts());
		if (path.startsWith('/api/v1/timelines/tag/')) return ok(this.page(new Map(query)));
		const [, id, action] = /^\/api\/v1\/statuses\/([^/]+)(\/reblog)?$/.exec(path) ?? [];
		const post = this.now().find((one) => one.id === id);
		if (!post) return respond(404, { error: 'Record not found' });
		if (action !== undefined && method === 'POST') this.boosted.push(String(id));
		return ok({ ...post, reblogged: this.boosted.includes(String(id)) });
	}

	private now(): readonly Entity[] {
		return this.posts.map((post) => ({ ...post, reblogged: this.boosted.includes(String(post.id)) }));
	}

	private page(query: ReadonlyMap<string, string>): readonly Entity[] {
		const [min, max] = [query.get('min_id'), query.get('max_id')];
		const isBetween = ({ id }: Entity) =>
			(min === undefined || compare(String(id), min) > 0) &&
			(max === undefined || compare(String(id), max) < 0);
		return this.now().filter(isBetween).reverse();
	}

	private ownBoosts(): readonly Entity[] {
		return this.boosted.map((id, index) =>
			statusJson({
				id: String(index + 1),
				created_at: new Date(NOON).toISOString(),
				account: accountJson({ id: '1', acct: 'me' }),
				reblog: this.posts.find((post) => post.id === id),
			}),
		);
	}
}

function compare(a: string, b: string): number {
	return a.length - b.length || (a < b ? -1 : Number(a > b));
}
