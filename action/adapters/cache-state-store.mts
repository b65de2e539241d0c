import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import type { StateOwner, StateStore, StoredState } from '../../core/index';
import type { CacheArchive } from './cache-archive.mts';
import { StateFile } from './state-file.mts';

/** What the post step has to know: where the state lies, and under which key it is stored when it changed. */
export interface PendingSave {
	readonly folder: string;
	readonly keyPrefix: string;
	/** What was restored; undefined where there was nothing. */
	readonly restored: string | undefined;
}

/** Name of the state in its folder and in the archive: the same on every machine, because the cache hashes it. */
export const STATE_NAME = 'mastodon-hashtag-boost-state.json';

export interface CacheStateStoreOptions {
	readonly archive: Pick<CacheArchive, 'restore'>;
	/** Key prefix for the state's owner. */
	readonly keyPrefixOf: (owner: StateOwner) => string;
	/** A folder of this run alone. */
	readonly folder: string;
	/** Called once the post step may store what is in the folder. */
	readonly onPendingSave: (pending: PendingSave) => void;
}

/** The state in the Actions cache: restored here, kept on disk while the run works, stored by the post step. */
export class CacheStateStore implements StateStore {
	private readonly file: StateFile;
	private matchedKey = '';

	constructor(private readonly options: CacheStateStoreOptions) {
		this.file = new StateFile(join(options.folder, STATE_NAME));
	}

	async load(owner: StateOwner): Promise<StoredState> {
		const { archive, keyPrefixOf, folder, onPendingSave } = this.options;
		mkdirSync(folder, { recursive: true });
		const keyPrefix = keyPrefixOf(owner);
		const restored = await archive.restore({ folder, name: STATE_NAME, keyPrefix });
		// What could not be read now must not be replaced by what this run can know.
		if (restored.status === 'unavailable') return restored;
		const text = restored.status === 'found' ? this.unpacked() : undefined;
		onPendingSave({ folder, keyPrefix, restored: text });
		if (text === undefined || restored.status !== 'found') return { status: 'absent' };
		this.matchedKey = restored.key;
		return { status: 'found', text };
	}

	/** Blank, which is no state, where something else than a text was unpacked: that must not be in the way. */
	private unpacked(): string {
		try {
			return this.file.read() ?? '';
		} catch {
			this.file.remove();
			return '';
		}
	}

	async save(text: string): Promise<void> {
		this.file.write(text);
	}

	async setAside(): Promise<string> {
		return `the cache entry ${this.matchedKey} until GitHub removes it`;
	}
}
