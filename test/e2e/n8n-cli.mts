import { execFile } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { freePort } from '../snac/free-port.mts';
import { e2eHome } from './e2e-home.mts';
import { itemsOf, type Item, type NodeFailure, type ResultData } from './run-data.mts';
import type { WorkflowJson } from './workflow-json.mts';

export interface CredentialJson {
	readonly id: string;
	readonly name: string;
	readonly type: string;
	/** Unencrypted; n8n encrypts it as it comes in. */
	readonly data: object;
}

export interface CliRun {
	readonly exitCode: number;
	/** What was said on both streams. */
	readonly printed: string;
}

export interface CliExecution extends CliRun {
	/** Those of each node, of all its outputs. */
	readonly items: Readonly<Record<string, readonly Item[]>>;
	readonly error: NodeFailure | undefined;
}

/** n8n's command line, working on the data of an n8n that may run at the same time or not. */
export class N8nCli {
	readonly #env: Readonly<Record<string, string>>;
	readonly #userFolder: string;

	constructor(place: { readonly env: Readonly<Record<string, string>>; readonly userFolder: string }) {
		this.#env = place.env;
		this.#userFolder = place.userFolder;
	}

	async importCredentials(credentials: readonly CredentialJson[]): Promise<void> {
		await this.#import('import:credentials', credentials);
	}

	async importWorkflows(workflows: readonly WorkflowJson[]): Promise<void> {
		await this.#import('import:workflow', workflows);
	}

	/** Runs a workflow that begins with a Manual Trigger. Its failure is an answer; a run without one isn't. */
	async execute(id: string): Promise<CliExecution> {
		const run = await this.run(['execute', `--id=${id}`, '--rawOutput']);
		const json = /^\{\n[\s\S]*?\n\}$/m.exec(run.printed)?.[0];
		if (json === undefined) throw new Error(`n8n execute ran nothing:\n${run.printed}`);
		const { resultData } = (JSON.parse(json) as { data: { resultData: ResultData } }).data;
		return { ...run, items: itemsOf(resultData.runData), error: resultData.error };
	}

	/** Any exit status is an answer. */
	async run(args: readonly string[]): Promise<CliRun> {
		const env = {
			...this.#env,
			// Its own, because the n8n that serves may be running.
			N8N_RUNNERS_BROKER_PORT: String(await freePort()),
		};
		const options = { env, cwd: this.#userFolder, timeout: 90_000, maxBuffer: 64 * 1024 * 1024 };
		return await new Promise((resolve) => {
			execFile(process.execPath, [e2eHome().n8n, ...args], options, (error, stdout, stderr) => {
				const exitCode = error === null ? 0 : typeof error.code === 'number' ? error.code : -1;
				resolve({ exitCode, printed: stdout + stderr });
			});
		});
	}

	async #import(command: string, content: readonly object[]): Promise<void> {
		const file = join(this.#userFolder, `${randomUUID()}.json`);
		await writeFile(file, JSON.stringify(content));
		const run = await this.run([command, `--input=${file}`]);
		await rm(file);
		if (run.exitCode !== 0 || !run.printed.includes('Successfully imported')) {
			throw new Error(`n8n ${command} failed:\n${run.printed}`);
		}
	}
}
