import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { PendingSave } from '../../../action/adapters/cache-state-store.mts';
import { CacheStateStore, STATE_NAME } from '../../../action/adapters/cache-state-store.mts';

const OWNER = { instance: 'here.example', accountId: '1', query: 'any:cats' };

describe('CacheStateStore', () => {
	let folder: string;
	let pending: PendingSave | undefined;
	beforeEach(() => {
		folder = mkdtempSync(join(tmpdir(), 'store-'));
		pending = undefined;
	});
	afterEach(() => rmSync(folder, { recursive: true }));

	const storeOver = (unpack: () => void) =>
		new CacheStateStore({
			archive: {
				async restore() {
					unpack();
					return { status: 'found', key: 'a-1' };
				},
			},
			keyPrefixOf: () => 'a-',
			folder,
			onPendingSave: (next) => (pending = next),
		});

	it.each([
		['holds no state', () => undefined],
		['holds a folder of that name', () => mkdirSync(join(folder, STATE_NAME, 'deep'), { recursive: true })],
	])('gives an entry that %s as a blank text, which can be saved over', async (_what, unpack) => {
		const store = storeOver(unpack);
		expect(await store.load(OWNER)).toEqual({ status: 'found', text: '' });
		expect(pending).toEqual({ folder, keyPrefix: 'a-', restored: '' });
		await store.save('new');
		expect(await storeOver(() => undefined).load(OWNER)).toEqual({ status: 'found', text: 'new' });
	});

	it('leaves nothing for the post step where the cache cannot be had', async () => {
		const store = new CacheStateStore({
			archive: { restore: async () => ({ status: 'unavailable', why: 'no' }) },
			keyPrefixOf: () => 'a-',
			folder,
			onPendingSave: (next) => (pending = next),
		});
		expect(await store.load(OWNER)).toEqual({ status: 'unavailable', why: 'no' });
		expect(pending).toBeUndefined();
	});
});
