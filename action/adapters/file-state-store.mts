import type { Stats } from 'node:fs';
import { accessSync, constants, lstatSync, renameSync, statSync } from 'node:fs';
import { basename, dirname, resolve } from 'node:path';
import type { StateStore, StoredState } from '../../core/index';
import { BoostError, InvalidOptionError } from '../../core/index';
import { describeHolder } from './lock-holder.mts';
import { LARGEST_STATE, StateFile } from './state-file.mts';
import { StateInUseError } from './state-in-use-error.mts';
import { StateLock } from './state-lock.mts';

export interface FileStateStoreOptions {
	/** Nothing will be saved: another run may use the file meanwhile. */
	readonly readOnly: boolean;
	readonly sleep: (milliseconds: number) => Promise<void>;
}

/**
 * The state in a file of the user's choice (`state-file`), for one run at a time. Errors: `InvalidOptionError`,
 * and `StateInUseError` where another run has it.
 */
export class FileStateStore implements StateStore {
	private readonly file: StateFile;
	private readonly lock: StateLock | undefined;

	/** Throws when no state could be kept there, so that this is known before anything is asked of the server. */
	constructor(path: string, { readOnly, sleep }: FileStateStoreOptions) {
		checkName(path);
		this.file = new StateFile(resolve(path));
		this.lock = readOnly ? undefined : new StateLock(`${this.file.path}.lock`, sleep);
		attempt(() => checkPlace(this.file.path));
	}

	async load(): Promise<StoredState> {
		const isLocked = await this.lock?.take().catch(refuseFor);
		if (isLocked === false) {
			const holder = describeHolder(this.lock?.holder);
			throw new StateInUseError(
				`Another run uses the state file (${holder}): this one leaves the posts to it and to the next run. If none is running, delete "${this.lock?.path}".`,
			);
		}
		const text = attempt(() => this.file.read());
		return text === undefined ? { status: 'absent' } : { status: 'found', text };
	}

	/** Before each boost its intent is saved: a run that lost the lock boosts nothing more. */
	async save(text: string): Promise<void> {
		attempt(() => {
			if (this.lock?.isOurs() === false) {
				throw new StateInUseError(
					'Another run took over the state file, because this one stood still for minutes: the rest is left to it.',
				);
			}
			this.file.write(text);
		});
	}

	async setAside(): Promise<string> {
		const place = `${this.file.path}.unusable-${Date.now()}`;
		attempt(() => renameSync(this.file.path, place));
		return place;
	}

	/** Lets others use the file. */
	close(): void {
		try {
			this.lock?.release();
		} catch {
			// The run did its work, and the next one finds that this one is gone.
		}
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
		return refuseFor(error);
	}
}

function refuseFor(error: unknown): never {
	if (error instanceof BoostError) throw error;
	const code = (error as NodeJS.ErrnoException).code ?? String(error);
	return refuse(`the file cannot be used (${code}); name one that can be read and written`);
}
