import { randomBytes } from 'node:crypto';
import {
	closeSync,
	fsyncSync,
	lstatSync,
	mkdirSync,
	openSync,
	readFileSync,
	renameSync,
	rmSync,
	writeFileSync,
} from 'node:fs';
import { dirname } from 'node:path';

/** Bytes; a state of ten busy hashtags has less than 64 kB. */
export const LARGEST_STATE = 16 * 1024 * 1024;

/** A file that is replaced whole: after a crash it holds the old text or the new one. Links are never followed. */
export class StateFile {
	constructor(readonly path: string) {}

	/** Undefined when there is none. Throws what the file system says otherwise, and where it can be no state. */
	read(): string | undefined {
		const found = lstatSync(this.path, { throwIfNoEntry: false });
		if (!found) return undefined;
		if (!found.isFile() || found.size > LARGEST_STATE) throw new Error(`${this.path} is no state`);
		return readFileSync(this.path, 'utf8');
	}

	write(text: string): void {
		mkdirSync(dirname(this.path), { recursive: true });
		const draft = `${this.path}.${randomBytes(4).toString('hex')}.tmp`;
		// Nothing that lies there already is written to, a link neither.
		const file = openSync(draft, 'wx', 0o600);
		try {
			writeFileSync(file, text);
			fsyncSync(file);
		} finally {
			closeSync(file);
		}
		renameSync(draft, this.path);
	}

	/** Removes whatever is there: a file, a folder, a link, but not what it leads to. */
	remove(): void {
		rmSync(this.path, { recursive: true, force: true });
	}
}
