import type { ProcessPlace } from './this-process.mts';

/** What a lock file says of the run that made it. */
export interface LockHolder extends ProcessPlace {
	/** ISO 8601. */
	readonly since: string;
}

/** Undefined for a text that is no lock's, or is not written yet. */
export function lockHolder(text: string): LockHolder | undefined {
	try {
		const { host, place, pid, since } = JSON.parse(text) as Record<keyof LockHolder, unknown>;
		return { host: String(host), place: String(place), pid: Number(pid), since: String(since) };
	} catch {
		return undefined;
	}
}

export function describeHolder(holder: LockHolder | undefined): string {
	return holder ? `process ${holder.pid} on ${holder.host}, since ${holder.since}` : 'it does not say which';
}
