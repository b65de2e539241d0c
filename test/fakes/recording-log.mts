import type { Log } from '../../core/ports/log';

/** Keeps what was logged, by level. */
export class RecordingLog implements Log {
	readonly debugs: string[] = [];
	readonly infos: string[] = [];
	readonly warnings: string[] = [];

	debug(message: string): void {
		this.debugs.push(message);
	}

	info(message: string): void {
		this.infos.push(message);
	}

	warn(message: string): void {
		this.warnings.push(message);
	}
}
