import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { freePort } from '../snac/free-port.mts';
import { eventually } from '../snac/eventually.mts';
import { e2eHome } from './e2e-home.mts';

/** What carries executions from n8n to its workers. */
export interface Redis {
	readonly port: number;
	close(): Promise<void>;
}

/** Starts one of its own on a free port of 127.0.0.1; nothing of it is written to disk. */
export async function startRedis(): Promise<Redis> {
	const port = await freePort();
	const settings = ['--port', String(port), '--bind', '127.0.0.1', '--save', '', '--appendonly', 'no'];
	const child = spawn(e2eHome().redis, settings, { stdio: ['ignore', 'pipe', 'pipe'] });
	let log = '';
	for (const stream of [child.stdout, child.stderr]) {
		stream.setEncoding('utf8').on('data', (chunk: string) => (log += chunk));
	}
	// Also where the tests are interrupted.
	const end = (): void => void child.kill('SIGKILL');
	process.once('exit', end);
	child.once('exit', () => process.off('exit', end));
	await eventually('Redis is ready', async () => {
		if (child.exitCode !== null) throw new Error(`Redis ended with ${child.exitCode}:\n${log}`);
		return log.includes('Ready to accept connections') ? true : undefined;
	});
	const close = async (): Promise<void> => {
		const ended = once(child, 'exit');
		child.kill('SIGTERM');
		await ended;
	};
	return { port, close };
}
