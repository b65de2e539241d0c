import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { freePort } from '../snac/free-port.mts';
import { N8nProcess } from './n8n-process.mts';
import { startN8n, type N8nServer } from './n8n-server.mts';
import { preparedFolder } from './prepared-folder.mts';
import { startRedis, type Redis } from './redis.mts';

/** An n8n that leaves its executions to workers; all share one database. */
export interface N8nCluster {
	readonly main: N8nServer;
	readonly workers: readonly N8nProcess[];
	close(): Promise<void>;
}

/**
 * n8n's queue mode. Each worker has a folder of its own, as on a machine of its own, with the same encryption
 * key and the same package in it.
 * @param atOnce executions that one worker runs at the same time
 * @see https://docs.n8n.io/hosting/scaling/queue-mode/
 */
export async function startN8nCluster(workerCount: number, atOnce: number): Promise<N8nCluster> {
	const cleanUps: Array<() => Promise<unknown>> = [];
	const close = async (): Promise<void> => {
		for (const cleanUp of cleanUps.toReversed()) await cleanUp();
	};
	try {
		const redis = await startRedis();
		cleanUps.push(() => redis.close());
		const main = await startN8n({ env: queueMode(redis) });
		cleanUps.push(() => main.close());
		const workers = await Promise.all(
			Array.from({ length: workerCount }, async () => {
				const folder = await preparedFolder();
				cleanUps.push(() => rm(folder, { recursive: true, force: true, maxRetries: 3 }));
				const worker = await N8nProcess.startWorker(await workerEnvironment(main, folder), folder, atOnce);
				cleanUps.push(() => worker.stop());
				return worker;
			}),
		);
		return { main, workers, close };
	} catch (cause) {
		await close();
		throw cause;
	}
}

function queueMode({ port }: Redis): Record<string, string> {
	return {
		EXECUTIONS_MODE: 'queue',
		QUEUE_BULL_REDIS_HOST: '127.0.0.1',
		QUEUE_BULL_REDIS_PORT: String(port),
		// So soon the executions of a killed worker are given up.
		QUEUE_WORKER_LOCK_DURATION: '4000',
		QUEUE_WORKER_LOCK_RENEW_TIME: '1000',
		QUEUE_WORKER_STALLED_INTERVAL: '2000',
	};
}

async function workerEnvironment(main: N8nServer, folder: string): Promise<Record<string, string>> {
	return {
		...main.env,
		HOME: folder,
		TMPDIR: folder,
		N8N_USER_FOLDER: folder,
		DB_SQLITE_DATABASE: join(main.userFolder, '.n8n', 'database.sqlite'),
		N8N_RUNNERS_BROKER_PORT: String(await freePort()),
	};
}
