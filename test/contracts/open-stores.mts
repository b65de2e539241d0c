import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { IDataObject } from 'n8n-workflow';
import { CacheStateStore, STATE_NAME } from '../../action/adapters/cache-state-store.mts';
import { FileStateStore } from '../../action/adapters/file-state-store.mts';
import type { StateOwner, StateStore } from '../../core/ports/state-store';
import { StaticDataStateStore } from '../../nodes/Mastodon/adapters/static-data-state-store';
import { MemoryStore } from '../fakes/memory-store.mts';

/** A place that outlives runs. */
export interface StorePlace {
	/** The store as a new run has it. */
	open(): StateStore;
	/** What the host does after a run. */
	end(): void;
	close(): void;
}

const keyOf = ({ instance, accountId, query }: StateOwner) => `${instance} ${accountId} ${query}`;

/** Every implementation of the StateStore port. */
export const STORES: Readonly<Record<string, () => StorePlace>> = {
	'CacheStateStore of the Action': () => {
		const entries = new Map<string, string>();
		const folders: string[] = [];
		let pending: string | undefined;
		return {
			open() {
				const folder = mkdtempSync(join(tmpdir(), 'store-'));
				folders.push(folder);
				pending = undefined;
				return new CacheStateStore({
					archive: {
						async restore({ keyPrefix, name }) {
							const text = entries.get(keyPrefix);
							if (text === undefined) return { status: 'absent' };
							writeFileSync(join(folder, name), text);
							return { status: 'found', key: `${keyPrefix}-1` };
						},
					},
					keyPrefixOf: keyOf,
					folder,
					onPendingSave: ({ keyPrefix }) => (pending = keyPrefix),
				});
			},
			end() {
				const file = join(folders.at(-1)!, STATE_NAME);
				if (pending !== undefined && existsSync(file)) entries.set(pending, readFileSync(file, 'utf8'));
			},
			close: () => folders.forEach((folder) => rmSync(folder, { recursive: true })),
		};
	},
	'FileStateStore of the Action': () => {
		const folder = mkdtempSync(join(tmpdir(), 'store-'));
		return {
			open: () => new FileStateStore(join(folder, 'deep', 'state.json')),
			end: () => undefined,
			close: () => rmSync(folder, { recursive: true }),
		};
	},
	"StaticDataStateStore over a workflow's static data": () => {
		let data: IDataObject = {};
		return {
			open: () => new StaticDataStateStore(data, keyOf),
			// n8n stores it as JSON.
			end: () => (data = JSON.parse(JSON.stringify(data)) as IDataObject),
			close: () => undefined,
		};
	},
	'MemoryStore of the tests': () => {
		const store = new MemoryStore();
		return { open: () => store, end: () => undefined, close: () => undefined };
	},
};
