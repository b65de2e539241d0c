import type { CacheReply } from './cache-reply.mts';
import type { CacheStore } from './cache-store.mts';
import type { CacheToken } from './cache-token.mts';

export interface CacheCall {
	readonly method: string;
	readonly body: Readonly<Record<string, unknown>>;
	readonly token: CacheToken | undefined;
	/** Where the blob of an entry is uploaded to and downloaded from. */
	readonly blobUrl: (id: number) => string;
	readonly readOnly: boolean;
}

/**
 * Answers the three calls of GitHub's cache service v2 that `@actions/cache` makes: JSON of the messages below,
 * by the Twirp protocol.
 * @see https://github.com/actions/toolkit/blob/main/packages/cache/src/generated/results/api/v1/cache.ts
 * @see https://twitchtv.github.io/twirp/docs/spec_v7.html
 */
export function cacheCalls(store: CacheStore, call: CacheCall): CacheReply {
	const { method, body, token, blobUrl } = call;
	if (token === undefined) return problem(401, 'unauthenticated', 'invalid token');
	const key = String(body['key'] ?? '');
	const version = String(body['version'] ?? '');
	switch (method) {
		case 'CreateCacheEntry': {
			const ref = token.writable;
			if (ref === undefined || call.readOnly)
				return json(200, { ok: false, message: 'cache write denied: the token is read-only' });
			const id = store.reserve({ key, version, ref });
			if (id === undefined) {
				const text = 'cache entry with the same key, version, and scope already exists';
				return problem(409, 'already_exists', text);
			}
			return json(200, { ok: true, signed_upload_url: blobUrl(id) });
		}
		case 'FinalizeCacheEntryUpload': {
			const name = { key, version, ref: token.writable ?? '' };
			const id = store.finalize(name, Number(body['size_bytes']));
			if (id === undefined) return problem(404, 'not_found', 'no upload of this key and size');
			// 64-bit numbers are strings in the JSON of protobuf.
			return json(200, { ok: true, entry_id: String(id) });
		}
		case 'GetCacheEntryDownloadURL': {
			const restoreKeys = (body['restore_keys'] ?? []) as string[];
			const found = store.find([key, ...restoreKeys], version, token.readable);
			if (found === undefined) return json(200, { ok: false });
			return json(200, { ok: true, signed_download_url: blobUrl(found.id), matched_key: found.key });
		}
		default:
			return problem(404, 'bad_route', `no method ${method}`);
	}
}

function problem(status: number, code: string, msg: string): CacheReply {
	return json(status, { code, msg });
}

function json(status: number, body: unknown): CacheReply {
	return { status, headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) };
}
