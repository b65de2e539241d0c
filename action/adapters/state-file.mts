import {
	closeSync,
	fsyncSync,
	mkdirSync,
	openSync,
	readFileSync,
	renameSync,
	rmSync,
	statSync,
	writeSync,
} from 'node:fs';
import { dirname } from 'node:path';

/** A file that is replaced whole: after a crash it holds the old text or the new one. */
export class StateFile {
	constructor(readonly path: string) {}

	/** Undefined when there is none. Throws what the file system says otherwise. */
	read(): string | undefined {
		const exists = statSync(this.path, { throwIfNoEntry: false });
		return exists ? readFileSync(this.path, 'utf8') : undefined;
	}

	write(text: string): void {
		mkdirSync(dirname(this.path), { recursive: true });
		const draft = `${this.path}.${process.pid}.tmp`;
		const file = openSync(draft, 'w', 0o600);
		try {
			writeSync(file, text);
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
