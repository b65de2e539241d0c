import { accessSync, constants, renameSync, statSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import type { StateStore, StoredState } from '../../core/index';
import { InvalidOptionError } from '../../core/index';
import { StateFile } from './state-file.mts';

/** The state in a file of the user's choice (`state-file`). Errors: `InvalidOptionError` alone. */
export class FileStateStore implements StateStore {
	private readonly file: StateFile;

	/** Throws when no state could be kept there, so that this is known before anything is asked of the server. */
	constructor(path: string) {
		this.file = new StateFile(resolve(path));
		attempt(() => checkPlace(this.file.path));
	}

	async load(): Promise<StoredState> {
		const text = attempt(() => this.file.read());
		return text === undefined ? { status: 'absent' } : { status: 'found', text };
	}

	async save(text: string): Promise<void> {
		attempt(() => this.file.write(text));
	}

	async setAside(): Promise<string> {
		const place = `${this.file.path}.unusable-${Date.now()}`;
		attempt(() => renameSync(this.file.path, place));
		return place;
	}
}

/** The file may be missing, with its folders; what is there must be a file, in a folder that can be written. */
function checkPlace(path: string): void {
	const found = statSync(path, { throwIfNoEntry: false });
	if (found?.isDirectory())
		throw new InvalidOptionError('state-file', `"${path}" is a directory; name a file`);
	if (found && !found.isFile()) throw new InvalidOptionError('state-file', `"${path}" is no ordinary file`);
	let folder = dirname(path);
	while (!statSync(folder, { throwIfNoEntry: false })) folder = dirname(folder);
	if (!statSync(folder).isDirectory()) {
		throw new InvalidOptionError('state-file', `"${path}" lies below "${folder}", which is no directory`);
	}
	accessSync(folder, constants.W_OK);
}

function attempt<T>(work: () => T): T {
	try {
		return work();
	} catch (error) {
		if (error instanceof InvalidOptionError) throw error;
		const code = (error as NodeJS.ErrnoException).code ?? String(error);
		throw new InvalidOptionError(
			'state-file',
			`the file cannot be used (${code}); name one that can be written`,
		);
	}
}
