import { randomUUID } from 'node:crypto';
import type { IncomingMessage } from 'node:http';
import { buffer } from 'node:stream/consumers';
import { setTimeout as delay } from 'node:timers/promises';
import { listen } from '../sandbox/http-server.mts';
import { RequestHooks, type RequestHook } from '../sandbox/request-hooks.mts';
import { BlobStore } from './blob-store.mts';
import { cacheCalls } from './cache-calls.mts';
import type { CacheMode, CachePhase } from './cache-mode.mts';
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
	/** Makes the archives of these entries unreadable. */
	corrupt(keyPrefix?: string): void;
	/** Puts something else in the place of every archive. */
	replace(change: (archive: Buffer) => Buffer): void;
	/** Holds in both phases unless one is given. */
	setMode(mode: CacheMode, phase?: CachePhase): void;
	/** Calls back (and waits) at every boundary of every request; returns how to stop that. */
	when(hook: RequestHook<CacheRequest>): () => void;
	close(): Promise<void>;
}

/** Milliseconds. */
const SLOWNESS = 150;
const SERVICE = '/twirp/github.actions.results.api.v1.CacheService/';
/** Azure's client wants an account and a container in the path when the host is an IP address. */
const CONTAINER = '/account/actions-cache/';

/** Starts GitHub's cache service, as far as `@actions/cache` knows it, on a free port of 127.0.0.1. */
export async function startCacheService(options: CacheServiceOptions = {}): Promise<CacheService> {
	const { defaultRef = 'refs/heads/main', now = () => new Date() } = options;
	const store = new CacheStore(now);
	const blobs = new BlobStore(store);
	const requests: CacheRequest[] = [];
	const hooks = new RequestHooks<CacheRequest>();
	const signature = randomUUID();
	let set: { readonly mode: CacheMode; readonly phase?: CachePhase | undefined } = { mode: 'ok' };
	const modeFor = (request: CacheRequest): CacheMode =>
		set.phase === undefined || set.phase === phaseOf(request) ? set.mode : 'ok';

	const answer = (
		{ method, name, body: call }: CacheRequest,
		{ headers }: IncomingMessage,
		url: URL,
		body: Buffer,
		mode: CacheMode,
	): CacheReply | undefined => {
		if (mode === 'down' || mode === 'silent') return undefined;
		if (mode === 'error500') return refusal(500, 'internal', 'out of order');
		if (mode === 'limited') return refusal(429, 'resource_exhausted', 'too many requests');
		if (mode === 'cut' && method === 'PUT') return undefined;
		if (mode === 'reserved' && name === 'CreateCacheEntry')
			return refusal(
				409,
				'already_exists',
				'cache entry with the same key, version, and scope already exists',
			);
		if (mode === 'unfinished' && name === 'FinalizeCacheEntryUpload')
			return ok({ ok: false, message: 'the entry was not completed' });
		if (name !== 'blob') {
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
		const url = new URL(incoming.url ?? '', `http://${incoming.headers.host}`);
		const request = requestOf(incoming.method ?? '', url, body);
		requests.push(request);
		await hooks.reach('received', request);
		const mode = modeFor(request);
		const reply = answer(request, incoming, url, body, mode);
		await hooks.reach('worked', request);
		if (mode === 'silent') return;
		const isLost = mode === 'lost-answer' && request.name === 'FinalizeCacheEntryUpload';
		if (reply === undefined || isLost) {
			response.destroy();
			return;
		}
		if (mode === 'slow') await delay(SLOWNESS);
		if (mode === 'cut' && request.name === 'blob') {
			response.writeHead(reply.status, { ...reply.headers, 'content-length': reply.body.length });
			response.write(reply.body.slice(0, reply.body.length / 2), () => response.destroy());
			return;
		}
		response.writeHead(reply.status, reply.headers).end(incoming.method === 'HEAD' ? undefined : reply.body);
		await hooks.reach('answered', request);
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
		evict: (keyPrefix = '') => store.evict(keyPrefix),
		corrupt: (keyPrefix = '') => store.corrupt(keyPrefix),
		replace: (change) => store.replace(change),
		setMode: (mode, phase) => {
			set = { mode, phase };
		},
		when: (hook) => hooks.when(hook),
		close: async () => await server.close(),
	};
}

function requestOf(method: string, url: URL, body: Buffer): CacheRequest {
	if (!url.pathname.startsWith(SERVICE)) return { method, name: 'blob', body: {} };
	const call = JSON.parse(body.toString()) as Record<string, unknown>;
	return { method, name: url.pathname.slice(SERVICE.length), body: call };
}

function phaseOf({ name, method }: CacheRequest): CachePhase {
	const isRead = name === 'GetCacheEntryDownloadURL' || (name === 'blob' && method !== 'PUT');
	return isRead ? 'restore' : 'save';
}

function ok(body: object): CacheReply {
	return { status: 200, headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) };
}

function refusal(status: number, code: string, msg: string): CacheReply {
	return { status, headers: { 'content-type': 'application/json' }, body: JSON.stringify({ code, msg }) };
}
