import { spawn, type ChildProcess } from 'node:child_process';

export interface StepRun {
	/** Null when a signal ended the process. */
	readonly exitCode: number | null;
	readonly signal: NodeJS.Signals | null;
	readonly stdout: string;
	readonly stderr: string;
	readonly durationMs: number;
}

export interface StepOptions {
	readonly env: Readonly<Record<string, string>>;
	readonly cwd: string;
	readonly timeoutMs: number;
	readonly onStart?: ((child: ChildProcess) => void) | undefined;
}

/** Runs one script of an action to its end, whatever end; one that takes too long is killed, and an error. */
export async function runStep(script: string, options: StepOptions): Promise<StepRun> {
	const { env, cwd, timeoutMs, onStart } = options;
	const startedAt = performance.now();
	return await new Promise((resolve, reject) => {
		const child = spawn(process.execPath, [script], { env, cwd, stdio: ['ignore', 'pipe', 'pipe'] });
		let stdout = '';
		let stderr = '';
		child.stdout.setEncoding('utf8').on('data', (chunk: string) => (stdout += chunk));
		child.stderr.setEncoding('utf8').on('data', (chunk: string) => (stderr += chunk));
		let isLate = false;
		const limit = setTimeout(() => {
			isLate = true;
			child.kill('SIGKILL');
		}, timeoutMs);
		child.on('error', (error) => {
			clearTimeout(limit);
			reject(error);
		});
		child.on('close', (exitCode, signal) => {
			clearTimeout(limit);
			if (isLate) reject(new Error(`${script} did not end within ${timeoutMs} ms:\n${stdout}${stderr}`));
			else resolve({ exitCode, signal, stdout, stderr, durationMs: performance.now() - startedAt });
		});
		onStart?.(child);
	});
}
