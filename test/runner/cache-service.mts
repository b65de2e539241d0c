import { randomUUID } from 'node:crypto';
import type { IncomingMessage } from 'node:http';
import { buffer } from 'node:stream/consumers';
import { listen } from '../sandbox/http-server.mts';
import { BlobStore } from './blob-store.mts';
import { cacheCalls } from './cache-calls.mts';
import type { CacheMode } from './cache-mode.mts';
import type { CacheReply } from './cache-reply.mts';
import { CacheStore, type CacheEntry } from './cache-store.mts';
import { CacheToken } from './cache-token.mts';

export interface CacheServiceOptions {
	/** Every run reads this branch's entries after its own; `refs/heads/main` unless given. */
	readonly defaultRef?: string;
	readonly now?: () => Date;
}

export interface CacheRequest {
	readonly method: string;
	/** `CreateCacheEntry`, `FinalizeCacheEntryUpload`, `GetCacheEntryDownloadURL` or `blob`. */
	readonly name: string;
	/** The message of a call; empty for a blob. */
	readonly body: Readonly<Record<string, unknown>>;
}

export interface CacheService {
	readonly url: string;
	/** All that came in, also what was not answered. */
	readonly requests: readonly CacheRequest[];
	/** What GitHub's runner puts into the environment of a run of this branch. */
	env(ref?: string): Record<string, string>;
	/** The complete ones, the newest last. */
	entries(): CacheEntry[];
	/** The archive of the newest entry of exactly this key. */
	readEntry(key: string): Buffer | undefined;
	/** Forgets the entries whose keys begin so; all without a prefix. */
	evict(keyPrefix?: string): void;
	/** Puts another archive in the place of the newest entry of exactly this key. */
	replaceEntry(key: string, archive: Buffer): void;
	/** Makes the archives of these entries unreadable. */
	corrupt(keyPrefix?: string): void;
	setMode(mode: CacheMode): void;
	close(): Promise<void>;
}

const SERVICE = '/twirp/github.actions.results.api.v1.CacheService/';
/** Azure's client wants an account and a container in the path when the host is an IP address. */
const CONTAINER = '/account/actions-cache/';

/** Starts GitHub's cache service, as far as `@actions/cache` knows it, on a free port of 127.0.0.1. */
export async function startCacheService(options: CacheServiceOptions = {}): Promise<CacheService> {
	const { defaultRef = 'refs/heads/main', now = () => new Date() } = options;
	const store = new CacheStore(now);
	const blobs = new BlobStore(store);
	const requests: CacheRequest[] = [];
	const signature = randomUUID();
	let mode: CacheMode = 'ok';

	const answer = (incoming: IncomingMessage, url: URL, body: Buffer): CacheReply | undefined => {
		const { method = '', headers } = incoming;
		const isCall = url.pathname.startsWith(SERVICE);
		const call = isCall ? (JSON.parse(body.toString()) as Record<string, unknown>) : {};
		const name = isCall ? url.pathname.slice(SERVICE.length) : 'blob';
		requests.push({ method, name, body: call });
		if (mode === 'down' || mode === 'silent') return undefined;
		if (mode === 'error500') return refusal(500, 'internal', 'out of order');
		if (isCall) {
			const token = CacheToken.read(headers.authorization);
			const blobUrl = (id: number): string => `${url.origin}${CONTAINER}${id}?sig=${signature}`;
			return cacheCalls(store, { method: name, body: call, token, blobUrl, readOnly: mode === 'read-only' });
		}
		const refused = mode === 'refuse-download' && method !== 'PUT';
		if (refused || url.searchParams.get('sig') !== signature)
			return refusal(403, 'permission_denied', 'the signature does not match');
		const id = Number(url.pathname.slice(CONTAINER.length));
		return blobs.handle({ method, id, query: url.searchParams, headers, body });
	};

	const server = await listen(0, async (incoming, response) => {
		const body = await buffer(incoming);
		const reply = answer(incoming, new URL(incoming.url ?? '', `http://${incoming.headers.host}`), body);
		if (reply === undefined) {
			if (mode === 'down') response.destroy();
			return;
		}
		response.writeHead(reply.status, reply.headers).end(incoming.method === 'HEAD' ? undefined : reply.body);
	});
	const url = `http://${server.host}/`;

	return {
		url,
		requests,
		env: (ref = defaultRef) => ({
			ACTIONS_RESULTS_URL: url,
			ACTIONS_RUNTIME_TOKEN: CacheToken.issue(ref, defaultRef),
			ACTIONS_CACHE_SERVICE_V2: 'true',
		}),
		entries: () => store.entries(),
		readEntry: (key) => store.read(key),
		replaceEntry: (key, archive) => store.replace(key, archive),
		evict: (keyPrefix = '') => store.evict(keyPrefix),
		corrupt: (keyPrefix = '') => store.corrupt(keyPrefix),
		setMode: (next) => {
			mode = next;
		},
		close: async () => await server.close(),
	};
}

function refusal(status: number, code: string, msg: string): CacheReply {
	return { status, headers: { 'content-type': 'application/json' }, body: JSON.stringify({ code, msg }) };
}
