import { accessSync, constants, existsSync, readFileSync } from 'node:fs';
import { chmod, mkdir, writeFile } from 'node:fs/promises';
import { delimiter, join } from 'node:path';

/** Programs that `@actions/cache` starts. */
const PROGRAMS = ['tar', 'gtar', 'zstd', 'unzstd', 'zstdmt'];

/** A folder to stand first in PATH: who starts one of these programs leaves its arguments and environment in a file. */
export class RecordedPrograms {
	private constructor(
		readonly path: string,
		private readonly record: string,
	) {}

	static async make(folder: string): Promise<RecordedPrograms> {
		const record = join(folder, 'record');
		await mkdir(folder, { recursive: true });
		for (const program of PROGRAMS) {
			const real = whereIs(program);
			if (real === undefined) continue;
			const file = join(folder, program);
			const script = `#!/bin/sh\n{ printf '%s\\n' "$0" "$@"; /usr/bin/env; } >> '${record}'\nexec '${real}' "$@"\n`;
			await writeFile(file, script);
			await chmod(file, 0o755);
		}
		return new RecordedPrograms([folder, process.env.PATH].join(delimiter), record);
	}

	/** Blank when none was started. */
	told(): string {
		return existsSync(this.record) ? readFileSync(this.record, 'utf8') : '';
	}
}

function whereIs(program: string): string | undefined {
	const places = (process.env.PATH ?? '').split(delimiter).map((folder) => join(folder, program));
	return places.find((place) => {
		try {
			accessSync(place, constants.X_OK);
			return true;
		} catch {
			return false;
		}
	});
}
