import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { eventually } from '../snac/eventually.mts';
import { e2eHome } from './e2e-home.mts';

/** A running `n8n start` or `n8n worker`, from its first line to its end. */
export class N8nProcess {
	readonly #child: ChildProcess;
	#log = '';

	private constructor(child: ChildProcess) {
		this.#child = child;
		// Also where the tests are interrupted.
		const end = (): void => void child.kill('SIGKILL');
		process.once('exit', end);
		child.once('exit', () => process.off('exit', end));
		for (const stream of [child.stdout, child.stderr]) {
			stream?.setEncoding('utf8').on('data', (chunk: string) => (this.#log += chunk));
		}
	}

	/** Ends when n8n answers, not only `/healthz`, which is there before the database is. */
	static async start(
		url: string,
		env: Readonly<Record<string, string>>,
		folder: string,
	): Promise<N8nProcess> {
		const running = N8nProcess.#run(['start'], env, folder);
		return await running.#until(`n8n answers at ${url}`, async () => await running.#answers(url));
	}

	/** Ends when the worker takes executions. `atOnce`: how many. */
	static async startWorker(
		env: Readonly<Record<string, string>>,
		folder: string,
		atOnce: number,
	): Promise<N8nProcess> {
		const running = N8nProcess.#run(['worker', `--concurrency=${atOnce}`], env, folder);
		return await running.#until('a worker is ready', async () =>
			running.log.includes('worker is now ready') ? true : undefined,
		);
	}

	static #run(args: readonly string[], env: Readonly<Record<string, string>>, folder: string): N8nProcess {
		// Its working directory matters: n8n reads an `.env` file there.
		const stdio = ['ignore', 'pipe', 'pipe'] as const;
		const child = spawn(process.execPath, [e2eHome().n8n, ...args], { env, cwd: folder, stdio: [...stdio] });
		return new N8nProcess(child);
	}

	async #until(what: string, isSo: () => Promise<true | undefined>): Promise<this> {
		try {
			await eventually(
				what,
				async () => {
					if (this.#child.exitCode !== null) throw new Error(`n8n ended with ${this.#child.exitCode}`);
					return await isSo();
				},
				90_000,
			);
		} catch (cause) {
			await this.stop();
			throw new Error(`${(cause as Error).message}. Its log:\n${this.log}`, { cause });
		}
		return this;
	}

	get log(): string {
		return this.#log;
	}

	/** Ends the process as a service manager would; may be called twice. */
	async stop(): Promise<void> {
		const child = this.#child;
		if (child.exitCode !== null || child.signalCode !== null) return;
		const ended = once(child, 'exit');
		child.kill('SIGTERM');
		const impatience = setTimeout(() => child.kill('SIGKILL'), 20_000);
		await ended;
		clearTimeout(impatience);
	}

	/** Ends it without a word, as a power cut would. */
	async kill(): Promise<void> {
		const ended = once(this.#child, 'exit');
		this.#child.kill('SIGKILL');
		await ended;
	}

	async #answers(url: string): Promise<true | undefined> {
		const ready = await fetch(`${url}/healthz/readiness`).catch(() => undefined);
		await ready?.body?.cancel();
		if (ready?.ok !== true) return undefined;
		// Until its REST API is there, n8n answers with a page that says that it is starting.
		const settings = await fetch(`${url}/rest/settings`).catch(() => undefined);
		const isJson = settings?.headers.get('content-type')?.includes('json') === true;
		await settings?.body?.cancel();
		return settings?.ok === true && isJson ? true : undefined;
	}
}
