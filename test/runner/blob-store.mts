import type { IncomingHttpHeaders } from 'node:http';
import type { CacheReply } from './cache-reply.mts';
import type { CacheStore } from './cache-store.mts';

export interface BlobRequest {
	readonly method: string;
	readonly id: number;
	readonly query: URLSearchParams;
	readonly headers: IncomingHttpHeaders;
	readonly body: Buffer;
}

/**
 * As much of Azure's storage as its client needs: upload in one piece or in blocks, download whole or in ranges.
 * @see https://learn.microsoft.com/rest/api/storageservices/put-blob
 * @see https://learn.microsoft.com/rest/api/storageservices/put-block-list
 */
export class BlobStore {
	readonly #store: CacheStore;
	readonly #blocks = new Map<string, Buffer>();

	constructor(store: CacheStore) {
		this.#store = store;
	}

	handle(request: BlobRequest): CacheReply {
		return request.method === 'PUT' ? this.#put(request) : this.#get(request);
	}

	#put({ id, query, headers, body }: BlobRequest): CacheReply {
		const operation = query.get('comp');
		if (operation === 'block') {
			this.#blocks.set(`${id} ${query.get('blockid')}`, body);
			return reply(201);
		}
		if (operation === null && headers['x-ms-blob-type'] !== 'BlockBlob')
			return failure(400, 'InvalidHeaderValue');
		const bytes = operation === 'blocklist' ? this.#assemble(id, body.toString()) : body;
		if (bytes === undefined) return failure(400, 'InvalidBlockList');
		return this.#store.write(id, bytes) ? reply(201) : failure(404, 'BlobNotFound');
	}

	#assemble(id: number, xml: string): Buffer | undefined {
		const blocks = [...xml.matchAll(/<(?:Latest|Uncommitted)>([^<]*)</g)].map(([, block]) =>
			this.#blocks.get(`${id} ${block}`),
		);
		const known = blocks.filter((block) => block !== undefined);
		return known.length === blocks.length ? Buffer.concat(known) : undefined;
	}

	#get({ id, headers }: BlobRequest): CacheReply {
		const bytes = this.#store.bytes(id);
		if (bytes === undefined) return failure(404, 'BlobNotFound');
		const range = /^bytes=(\d+)-(\d*)$/.exec(String(headers['x-ms-range'] ?? headers['range'] ?? ''));
		if (range === null) return reply(200, bytes);
		const from = Number(range[1]);
		const part = bytes.subarray(from, range[2] === '' ? undefined : Number(range[2]) + 1);
		if (part.length === 0) return failure(416, 'InvalidRange');
		const place = `bytes ${from}-${from + part.length - 1}/${bytes.length}`;
		return reply(206, part, { 'content-range': place });
	}
}

function reply(status: number, body: string | Buffer = '', more: Record<string, string> = {}): CacheReply {
	const headers = {
		'accept-ranges': 'bytes',
		'content-length': String(body.length),
		'content-type': 'application/octet-stream',
		etag: '"0x8DC0FFEE0000000"',
		'last-modified': 'Thu, 01 Jan 2026 00:00:00 GMT',
		'x-ms-blob-type': 'BlockBlob',
		'x-ms-request-server-encrypted': 'true',
		'x-ms-version': '2026-01-01',
		...more,
	};
	return { status, headers, body };
}

function failure(status: number, code: string): CacheReply {
	const body = `<?xml version="1.0" encoding="utf-8"?><Error><Code>${code}</Code></Error>`;
	return reply(status, body, { 'content-type': 'application/xml', 'x-ms-error-code': code });
}
