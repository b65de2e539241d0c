import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { promisify } from 'node:util';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { startCacheService, type CacheService } from './cache-service.mts';

const STORAGE = pathToFileURL(
	join(__dirname, '../../node_modules/@azure/storage-blob/dist/esm/index.js'),
).href;

/** Uploads ten bytes in three blocks, then reads back their number, all of them and some of them. */
const SCRIPT = `
const { BlockBlobClient } = await import('${STORAGE}');
const blob = new BlockBlobClient(process.argv[1]);
await blob.uploadData(Buffer.from('0123456789'), { blockSize: 4, maxSingleShotSize: 1, concurrency: 3 });
const { contentLength } = await blob.getProperties();
const [all, some] = [await blob.downloadToBuffer(), await blob.downloadToBuffer(3, 5)];
console.log(JSON.stringify([contentLength, all.toString(), some.toString()]));
`;

describe('the blobs of the cache service, as the client of Azure sees them', () => {
	let cache: CacheService;

	beforeEach(async () => {
		cache = await startCacheService();
	});
	afterEach(async () => {
		await cache.close();
	});

	const call = async (method: string, message: Record<string, unknown>, token: string) => {
		const path = `twirp/github.actions.results.api.v1.CacheService/${method}`;
		const headers = { authorization: `Bearer ${token}`, 'content-type': 'application/json' };
		return await fetch(cache.url + path, { method: 'POST', headers, body: JSON.stringify(message) });
	};

	it('takes an upload in blocks and gives it back in ranges', async () => {
		const token = cache.env()['ACTIONS_RUNTIME_TOKEN'] ?? '';
		const reply = await call('CreateCacheEntry', { key: 'a', version: 'v' }, token);
		const { signed_upload_url: url } = (await reply.json()) as { signed_upload_url: string };

		const node = [process.execPath, ['--input-type=module', '-e', SCRIPT, url]] as const;
		const { stdout } = await promisify(execFile)(...node);

		expect(JSON.parse(stdout)).toEqual([10, '0123456789', '34567']);
		expect(cache.entries()).toEqual([]);
		const done = await call('FinalizeCacheEntryUpload', { key: 'a', version: 'v', size_bytes: '10' }, token);
		expect(await done.json()).toEqual({ ok: true, entry_id: '1' });
		expect(cache.readEntry('a')?.toString()).toBe('0123456789');
	});

	it('lets nobody in without a token, nor to a blob without its signature', async () => {
		expect((await call('CreateCacheEntry', { key: 'a', version: 'v' }, 'stolen')).status).toBe(401);
		expect((await fetch(`${cache.url}account/actions-cache/1`)).status).toBe(403);
	});
});
