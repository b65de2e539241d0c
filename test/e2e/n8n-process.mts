import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { eventually } from '../snac/eventually.mts';
import { e2eHome } from './e2e-home.mts';

/** One running `n8n start`, from its first line to its end. */
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
		// Its working directory matters: n8n reads an `.env` file there.
		const stdio = ['ignore', 'pipe', 'pipe'] as const;
		const child = spawn(process.execPath, [e2eHome().n8n, 'start'], { env, cwd: folder, stdio: [...stdio] });
		const running = new N8nProcess(child);
		try {
			await eventually(`n8n answers at ${url}`, async () => await running.#answers(url), 90_000);
		} catch (cause) {
			await running.stop();
			throw new Error(`${(cause as Error).message}. Its log:\n${running.log}`, { cause });
		}
		return running;
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
		if (this.#child.exitCode !== null) throw new Error(`n8n ended with ${this.#child.exitCode}`);
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
