import { randomUUID } from 'node:crypto';
import {
	closeSync,
	mkdirSync,
	openSync,
	readFileSync,
	renameSync,
	rmSync,
	statSync,
	unlinkSync,
	writeSync,
} from 'node:fs';
import { dirname } from 'node:path';
import { lockHolder, type LockHolder } from './lock-holder.mts';
import { isAlive, thisProcess, type ProcessPlace } from './this-process.mts';

/** Milliseconds between two signs of life of the run that has the lock. */
const HEARTBEAT = 15_000;
/** Milliseconds without one, after which whoever had the lock is taken for dead. */
const LONGEST_SILENCE = 120_000;
/** Milliseconds in which others that found the same dead holder may still put their lock in its place. */
const SETTLING = 500;
/** Locks that may come and go while this run asks for its own. */
const MOST_TRIES = 5;

/**
 * Lets one run at a time use a file: a second file beside it is there as long as the run. One that a killed run
 * left is taken over: at once where its process can be looked for, else when it gave no sign of life for long.
 */
export class StateLock {
	/** Who has the lock when `take` says that another has; undefined where that is not told. */
	holder: LockHolder | undefined;
	private file: number | undefined;
	private heartbeat: NodeJS.Timeout | undefined;
	private readonly text: string;

	constructor(
		readonly path: string,
		private readonly sleep: (milliseconds: number) => Promise<void>,
		private readonly self: ProcessPlace = thisProcess(),
	) {
		this.text = JSON.stringify({ ...self, since: new Date().toISOString(), token: randomUUID() });
	}

	/** Whether the lock is ours now. Throws what the file system says where no lock can be made. */
	async take(): Promise<boolean> {
		mkdirSync(dirname(this.path), { recursive: true });
		for (let tries = 0; tries < MOST_TRIES; tries++) {
			if (this.create()) return this.keep();
			const found = this.read();
			if (found === undefined) continue;
			this.holder = lockHolder(found);
			return (await this.takeOver()) && this.keep();
		}
		return false;
	}

	/** False also when another run took it over, because this one gave no sign of life for too long. */
	isOurs(): boolean {
		return this.file !== undefined && this.read() === this.text;
	}

	release(): void {
		clearInterval(this.heartbeat);
		const isOurs = this.isOurs();
		if (this.file !== undefined) closeSync(this.file);
		this.file = undefined;
		if (isOurs) unlinkSync(this.path);
	}

	/** Whether there was none. */
	private create(): boolean {
		try {
			this.file = this.write(this.path);
			return true;
		} catch (error) {
			if ((error as NodeJS.ErrnoException).code === 'EEXIST') return false;
			throw error;
		}
	}

	/**
	 * Puts a lock of ours in the place of one whose holder is gone. Several may do so at once: the last one has it,
	 * and all of them look after a while.
	 */
	private async takeOver(): Promise<boolean> {
		const candidate = `${this.path}.${randomUUID()}`;
		const file = this.write(candidate);
		try {
			if (!this.isGone(candidate)) return false;
			renameSync(candidate, this.path);
			await this.sleep(SETTLING);
			this.file = file;
			return this.isOurs();
		} finally {
			rmSync(candidate, { force: true });
			if (!this.isOurs()) {
				closeSync(file);
				this.file = undefined;
			}
		}
	}

	private isGone(candidate: string): boolean {
		const { holder, self } = this;
		// We hold none: where the number is ours, an earlier process had it.
		const isDead = holder?.place === self.place && (holder.pid === self.pid || !isAlive(holder.pid));
		const last = statSync(this.path, { throwIfNoEntry: false })?.mtimeMs ?? Infinity;
		// Both times are the file system's: the clocks of two machines may differ.
		return isDead || statSync(candidate).mtimeMs - last > LONGEST_SILENCE;
	}

	/** Writing anew what is there shows that we live; it goes to our file even when another took its place. */
	private keep(): true {
		this.heartbeat = setInterval(() => {
			try {
				if (this.file !== undefined) writeSync(this.file, this.text, 0);
			} catch {
				// Whether the lock is still ours is looked up before each boost.
			}
		}, HEARTBEAT).unref();
		return true;
	}

	private write(path: string): number {
		const file = openSync(path, 'wx', 0o600);
		writeSync(file, this.text);
		return file;
	}

	private read(): string | undefined {
		try {
			return readFileSync(this.path, 'utf8');
		} catch (error) {
			if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
			throw error;
		}
	}
}
