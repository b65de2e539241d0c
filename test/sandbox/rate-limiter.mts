import type { Account } from './account.mts';

/** Which requests a limit counts, and under whose name; see `keys` below. */
export type BucketName =
	| 'token'
	| 'user'
	| 'anonymous'
	| 'address'
	| 'paging'
	| 'deletes'
	| 'apps'
	| 'media'
	| 'statuses'
	| 'timelines'
	| 'status-actions'
	| 'same-status'
	| 'boosts'
	| 'boost-interval'
	| 'search';

export interface RateBucket {
	readonly bucket: BucketName;
	/** Requests in a window; Infinity switches the limit off. */
	readonly limit: number;
	readonly windowMs: number;
}

export interface RateSubject {
	readonly method: string;
	readonly path: string;
	readonly query: URLSearchParams;
	readonly address: string;
	readonly token: { readonly token: string; readonly account: Account | null } | null;
}

export interface Quota {
	readonly limit: number;
	readonly remaining: number;
	/** When the window ends, in ms. */
	readonly reset: number;
}

const statusAction = /^\/api\/v1\/statuses\/([^/]+)\/(?:un)?(?:reblog|favourite|bookmark)$/;
const isBoost = ({ method, path }: RateSubject) => method === 'POST' && path.endsWith('/reblog');
const holder = ({ token, address }: RateSubject) => token?.account?.id ?? address;

/** The key a request is counted under, or null where the bucket doesn't count it. */
const keys: Record<BucketName, (request: RateSubject) => string | null> = {
	token: ({ token }) => token?.token ?? null,
	user: ({ token }) => token?.account?.id ?? null,
	anonymous: ({ token, address }) => (token === null ? address : null),
	address: ({ address }) => address,
	paging: (request) =>
		['page', 'min_id', 'max_id', 'since_id'].some((name) => request.query.has(name)) ? holder(request) : null,
	deletes: (request) =>
		(request.method === 'DELETE' && request.path.startsWith('/api/v1/statuses/')) ||
		request.path.endsWith('/unreblog')
			? holder(request)
			: null,
	apps: ({ method, path, address }) => (method === 'POST' && path === '/api/v1/apps' ? address : null),
	media: (request) =>
		request.method === 'POST' && /^\/api\/v\d\/media$/.test(request.path) ? holder(request) : null,
	// Counted by the handler that makes a post, as Mastodon does: a refused post costs nothing.
	statuses: () => null,
	timelines: (request) => (request.path.startsWith('/api/v1/timelines/') ? holder(request) : null),
	'status-actions': (request) => (statusAction.test(request.path) ? holder(request) : null),
	'same-status': (request) => {
		const id = statusAction.exec(request.path)?.[1];
		return id === undefined ? null : `${holder(request)} ${id}`;
	},
	boosts: (request) => (isBoost(request) ? holder(request) : null),
	'boost-interval': (request) => (isBoost(request) ? holder(request) : null),
	search: (request) => (request.path.endsWith('/search') ? holder(request) : null),
};

export class RateLimiter {
	readonly #limits = new Map<BucketName, RateBucket>();
	readonly #hits = new Map<string, number[]>();
	readonly #windows: 'aligned' | 'sliding';
	readonly #now: () => number;

	constructor(limits: readonly RateBucket[], windows: 'aligned' | 'sliding', now: () => number) {
		this.#windows = windows;
		this.#now = now;
		for (const limit of limits) this.#limits.set(limit.bucket, limit);
	}

	set(limit: RateBucket): void {
		this.#limits.set(limit.bucket, limit);
	}

	/** Forgets what was counted. */
	clear(): void {
		this.#hits.clear();
	}

	/** Counts a request in every bucket it belongs to: the scarcest quota, and whether one is used up. */
	take(request: RateSubject): { refused: boolean; quota: Quota | null } {
		let scarcest: Quota | null = null;
		let refused = false;
		if (!request.path.startsWith('/api/')) return { refused, quota: scarcest };
		for (const bucket of this.#limits.keys()) {
			const key = keys[bucket](request);
			if (key === null) continue;
			refused = this.spend(bucket, key) || refused;
			const quota = this.quota(bucket, key);
			if (quota !== null && (scarcest === null || quota.remaining < scarcest.remaining)) scarcest = quota;
		}
		return { refused, quota: scarcest };
	}

	/** Counts one hit; true when it is over the limit. */
	spend(bucket: BucketName, key: string): boolean {
		const limit = this.#limits.get(bucket);
		if (limit === undefined || limit.limit === Infinity) return false;
		const hits = [...this.#current(limit, key), this.#now()];
		this.#hits.set(`${bucket} ${key}`, hits);
		return hits.length > limit.limit;
	}

	quota(bucket: BucketName, key: string): Quota | null {
		const limit = this.#limits.get(bucket);
		if (limit === undefined || limit.limit === Infinity) return null;
		const hits = this.#current(limit, key);
		const end =
			this.#windows === 'aligned'
				? (Math.floor(this.#now() / limit.windowMs) + 1) * limit.windowMs
				: (hits[0] ?? this.#now()) + limit.windowMs;
		return { limit: limit.limit, remaining: Math.max(0, limit.limit - hits.length), reset: end };
	}

	#current({ bucket, windowMs }: RateBucket, key: string): number[] {
		const now = this.#now();
		const start = this.#windows === 'aligned' ? Math.floor(now / windowMs) * windowMs : now - windowMs + 1;
		return (this.#hits.get(`${bucket} ${key}`) ?? []).filter((at) => at >= start);
	}
}
