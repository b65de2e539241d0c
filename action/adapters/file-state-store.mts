import { accessSync, constants, renameSync, statSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import type { StateStore, StoredState } from '../../core/index';
import { BoostError, InvalidOptionError } from '../../core/index';
import { describeHolder } from './lock-holder.mts';
import { StateFile } from './state-file.mts';
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
		this.file = new StateFile(resolve(path));
		this.lock = readOnly ? undefined : new StateLock(`${this.file.path}.lock`, sleep);
		attempt(() => checkPlace(this.file.path));
	}

	async load(): Promise<StoredState> {
		const isLocked = await this.lock?.take().catch(refuse);
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
		return refuse(error);
	}
}

function refuse(error: unknown): never {
	if (error instanceof BoostError) throw error;
	const code = (error as NodeJS.ErrnoException).code ?? String(error);
	throw new InvalidOptionError(
		'state-file',
		`the file cannot be used (${code}); name one that can be written`,
	);
}
