import { createHash } from 'node:crypto';
import { readFileSync, readlinkSync } from 'node:fs';
import { hostname } from 'node:os';

/** A process, so that others can tell whether it is still there. */
export interface ProcessPlace {
	readonly host: string;
	/** Equal for two processes that see each other: the same start of the same machine, the same container. */
	readonly place: string;
	readonly pid: number;
}

export function thisProcess(): ProcessPlace {
	const host = hostname();
	const signs = [host, attempt(() => readFileSync('/proc/sys/kernel/random/boot_id', 'utf8')), namespace()];
	const place = createHash('sha256').update(JSON.stringify(signs)).digest('hex').slice(0, 20);
	return { host, place, pid: process.pid };
}

/** Whether a process of the same place is there. Another one may have got its number since. */
export function isAlive(pid: number): boolean {
	try {
		process.kill(pid, 0);
		return true;
	} catch (error) {
		return (error as NodeJS.ErrnoException).code === 'EPERM';
	}
}

/** Containers of one machine count their processes apart. */
function namespace(): string {
	return attempt(() => readlinkSync('/proc/self/ns/pid'));
}

/** Blank on systems that have no such thing. */
function attempt(read: () => string): string {
	try {
		return read();
	} catch {
		return '';
	}
}
