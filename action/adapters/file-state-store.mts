import { renameSync, statSync } from 'node:fs';
import type { StateStore, StoredState } from '../../core/index';
import { InvalidOptionError } from '../../core/index';
import { StateFile } from './state-file.mts';

/** The state in a file of the user's choice (`state-file`). */
export class FileStateStore implements StateStore {
	private readonly file: StateFile;

	/** Throws `InvalidOptionError` when the path cannot be a file's. */
	constructor(path: string) {
		if (statSync(path, { throwIfNoEntry: false })?.isDirectory()) {
			throw new InvalidOptionError('state-file', `"${path}" is a directory; name a file`);
		}
		this.file = new StateFile(path);
	}

	async load(): Promise<StoredState> {
		const text = this.file.read();
		return text === undefined ? { status: 'absent' } : { status: 'found', text };
	}

	async save(text: string): Promise<void> {
		this.file.write(text);
	}

	async setAside(): Promise<string> {
		const place = `${this.file.path}.unusable-${Date.now()}`;
		renameSync(this.file.path, place);
		return place;
	}
}
