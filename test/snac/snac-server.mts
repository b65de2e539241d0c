import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { eventually } from './eventually.mts';
import { freePort } from './free-port.mts';
import { runSnac } from './run-snac.mts';

export interface SnacUser {
	readonly name: string;
	readonly password: string;
	readonly actorUrl: string;
}

export interface SnacServer {
	readonly url: string;
	/** What follows the `@` in an address on this server: `127.0.0.1:PORT`. */
	readonly host: string;
	/** Its data, to look at what it has recorded. */
	readonly folder: string;
	user(name: string): SnacUser;
	log(): string;
	/** Ends the server and removes its data; may be called twice. */
	close(): Promise<void>;
}

/**
 * Starts a real ActivityPub server with a Mastodon API and the given users on a free port of 127.0.0.1.
 * Two of them federate with each other, over plain HTTP.
 * @see https://comam.es/what-is-snac
 */
export async function startSnac(options: { readonly users: readonly string[] }): Promise<SnacServer> {
	const parent = await mkdtemp(join(tmpdir(), 'snac-'));
	// `snac init` insists on making the folder itself.
	const folder = join(parent, 'data');
	try {
		const host = await initialise(folder);
		const users = await addUsers(folder, `http://${host}`, options.users);
		return await serve(parent, folder, host, users);
	} catch (error) {
		await rm(parent, { recursive: true, force: true });
		throw error;
	}
}

async function initialise(folder: string): Promise<string> {
	const port = await freePort();
	const host = `127.0.0.1:${port}`;
	const prefix = '';
	const adminEmail = '';
	await runSnac(['init', folder], ['127.0.0.1', port, host, prefix, adminEmail, ''].join('\n'));
	// Asked nowhere, and https unless it is written here.
	const file = join(folder, 'server.json');
	const settings = JSON.parse(await readFile(file, 'utf8')) as Record<string, unknown>;
	await writeFile(file, JSON.stringify({ ...settings, protocol: 'http' }));
	return host;
}

async function addUsers(
	folder: string,
	url: string,
	names: readonly string[],
): Promise<Map<string, SnacUser>> {
	const users = new Map<string, SnacUser>();
	for (const name of names) {
		const printed = await runSnac(['adduser', folder, name]);
		const password = /^User password is (\S+)$/m.exec(printed)?.[1];
		if (password === undefined) throw new Error(`snac adduser ${name} told no password:\n${printed}`);
		users.set(name, { name, password, actorUrl: `${url}/${name}` });
	}
	return users;
}

async function serve(
	parent: string,
	folder: string,
	host: string,
	users: ReadonlyMap<string, SnacUser>,
): Promise<SnacServer> {
	const child = spawn('snac', ['httpd', folder], { stdio: ['ignore', 'pipe', 'pipe'] });
	let log = '';
	child.stdout.on('data', (chunk) => (log += chunk));
	child.stderr.on('data', (chunk) => (log += chunk));
	const url = `http://${host}`;
	const close = async (): Promise<void> => {
		await end(child);
		await rm(parent, { recursive: true, force: true });
	};
	try {
		await eventually(`snac answers at ${url}`, async () => await answers(child, url), 15_000);
	} catch (cause) {
		await close();
		throw new Error(`${(cause as Error).message}. Its log:\n${log}`, { cause });
	}
	const user = (name: string): SnacUser => {
		const found = users.get(name);
		if (found === undefined)
			throw new Error(`No user ${name} on ${host}; there are ${[...users.keys()].join(', ')}`);
		return found;
	};
	return { url, host, folder, user, log: () => log, close };
}

async function answers(child: ChildProcess, url: string): Promise<true | undefined> {
	if (child.exitCode !== null) throw new Error(`snac httpd ended with ${child.exitCode}`);
	const response = await fetch(`${url}/.well-known/nodeinfo`).catch(() => undefined);
	await response?.body?.cancel();
	return response?.ok === true ? true : undefined;
}

async function end(child: ChildProcess): Promise<void> {
	if (child.exitCode !== null || child.signalCode !== null) return;
	const ended = once(child, 'exit');
	child.kill('SIGTERM');
	// It finishes its background work first; these data are thrown away, so nobody needs to wait for that.
	const impatience = setTimeout(() => child.kill('SIGKILL'), 1_000);
	await ended;
	clearTimeout(impatience);
}
