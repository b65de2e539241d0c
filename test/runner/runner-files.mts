import { randomUUID } from 'node:crypto';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

const VARIABLES = [
	'GITHUB_OUTPUT',
	'GITHUB_STATE',
	'GITHUB_STEP_SUMMARY',
	'GITHUB_ENV',
	'GITHUB_PATH',
] as const;
type Variable = (typeof VARIABLES)[number];

/** The files that a step talks to the runner through; each step gets empty ones of its own. */
export class RunnerFiles {
	/** Their paths, as the step finds them in its environment. */
	readonly env: Readonly<Record<Variable, string>>;

	private constructor(folder: string) {
		const entries = VARIABLES.map((name) => [name, join(folder, `${name.toLowerCase()}_${randomUUID()}`)]);
		this.env = Object.fromEntries(entries) as Record<Variable, string>;
	}

	static async make(folder: string): Promise<RunnerFiles> {
		const files = new RunnerFiles(folder);
		await mkdir(folder, { recursive: true });
		await Promise.all(Object.values(files.env).map(async (file) => await writeFile(file, '')));
		return files;
	}

	async read(name: Variable): Promise<string> {
		return await readFile(this.env[name], 'utf8');
	}
}
