import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { eventually } from './eventually.mts';
import type { SnacServer } from './snac-server.mts';

/** How many looks in a row must find nothing: work that was just taken from a queue may put more into it. */
const QUIET_LOOKS = 12;

/**
 * Waits until no server has anything left to send or to take in. Only then does "nothing arrived" mean
 * anything: a boost too many would be on its way for six seconds.
 */
export async function settle(servers: readonly SnacServer[]): Promise<void> {
	let quietLooks = 0;
	await eventually('all queues are empty', async () => {
		const queued = await Promise.all(servers.map(queueLength));
		quietLooks = queued.every((length) => length === 0) ? quietLooks + 1 : 0;
		return quietLooks >= QUIET_LOOKS ? true : undefined;
	});
}

async function queueLength(server: SnacServer): Promise<number> {
	const users = await readdir(join(server.folder, 'user'));
	const queues = [
		join(server.folder, 'queue'),
		...users.map((user) => join(server.folder, 'user', user, 'queue')),
	];
	const entries = await Promise.all(queues.map(async (queue) => await readdir(queue)));
	return entries.flat().length;
}
