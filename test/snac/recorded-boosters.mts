import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { SnacServer, SnacUser } from './snac-server.mts';

/**
 * Which of the users a server has on disk as boosters of a post: its index of a post holds a line per
 * person, the MD5 of their actor URL, and is what other servers and the web page are told.
 */
export async function recordedBoosters(
	server: SnacServer,
	uri: string,
	users: readonly SnacUser[],
): Promise<string[]> {
	const post = md5(uri);
	const index = join(server.folder, 'object', post.slice(0, 2), `${post}_a.idx`);
	const lines = await readFile(index, 'utf8').catch((error: NodeJS.ErrnoException) => {
		// The index comes into being with the first boost.
		if (error.code === 'ENOENT') return '';
		throw error;
	});
	const names = new Map(users.map((user) => [md5(user.actorUrl), user.name]));
	return lines
		.split('\n')
		.filter((line) => line !== '')
		.map((line) => names.get(line) ?? line);
}

function md5(text: string): string {
	return createHash('md5').update(text).digest('hex');
}
