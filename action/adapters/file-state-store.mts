import type { Stats } from 'node:fs';
import { accessSync, constants, lstatSync, renameSync, statSync } from 'node:fs';
import { basename, dirname, resolve } from 'node:path';
import type { StateStore, StoredState } from '../../core/index';
import { InvalidOptionError } from '../../core/index';
import { LARGEST_STATE, StateFile } from './state-file.mts';

/** The state in a file of the user's choice (`state-file`). Errors: `InvalidOptionError` alone. */
export class FileStateStore implements StateStore {
	private readonly file: StateFile;

	/** Throws when no state could be kept there, so that this is known before anything is asked of the server. */
	constructor(path: string) {
		checkName(path);
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

/** Bytes; what lies beside it for a moment, or for good, has a longer name. */
const LONGEST_NAME = 200;

function checkName(path: string): void {
	if (/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/u.test(path))
		refuse('it holds invisible signs; write the path on one line');
	if (/^~/.test(path))
		refuse(`"${path}" begins with ~, which only a shell understands; write the whole path`);
	if (Buffer.byteLength(basename(path)) > LONGEST_NAME)
		refuse('the name of the file is too long; shorten it');
}

/** The file may be missing, with its folders; what is there must be a file, in a folder that can be written. */
function checkPlace(path: string): void {
	const found = entryAt(path);
	if (found?.isSymbolicLink()) refuse(`"${path}" is a symbolic link; name the file that it leads to`);
	if (found?.isDirectory()) refuse(`"${path}" is a directory; name a file`);
	if (found && !found.isFile()) refuse(`"${path}" is no ordinary file`);
	if (found && found.size > LARGEST_STATE) refuse(`"${path}" is too large for a state; name another file`);
	let folder = dirname(path);
	while (!entryAt(folder)) folder = dirname(folder);
	if (!statSync(folder, { throwIfNoEntry: false })?.isDirectory()) {
		refuse(`"${path}" lies below "${folder}", which is no directory`);
	}
	accessSync(folder, constants.W_OK);
	if (found) accessSync(path, constants.R_OK | constants.W_OK);
}

/** What is there, links not followed; undefined for nothing, also below something that is no folder. */
function entryAt(path: string): Stats | undefined {
	try {
		return lstatSync(path, { throwIfNoEntry: false });
	} catch (error) {
		if ((error as NodeJS.ErrnoException).code === 'ENOTDIR') return undefined;
		throw error;
	}
}

function refuse(problem: string): never {
	throw new InvalidOptionError('state-file', problem);
}

function attempt<T>(work: () => T): T {
	try {
		return work();
	} catch (error) {
		if (error instanceof InvalidOptionError) throw error;
		const code = (error as NodeJS.ErrnoException).code ?? String(error);
		return refuse(`the file cannot be used (${code}); name one that can be read and written`);
	}
}
