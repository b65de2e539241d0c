import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { freePort } from '../snac/free-port.mts';
import { startClosedProxy, type ClosedProxy } from './closed-proxy.mts';
import { installCommunityPackage } from './install-community-package.mts';
import { N8nClient } from './n8n-client.mts';
import { n8nEnvironment } from './n8n-environment.mts';
import { N8nProcess } from './n8n-process.mts';
import { preparedFolder } from './prepared-folder.mts';

export interface N8nOptions {
	/** A packed community package to install; default: the project's, that `global-setup.mts` has installed. */
	readonly tarball?: string;
	/** More environment, or other values. */
	readonly env?: Readonly<Record<string, string>>;
	/** Where n8n keeps its data; default: a new folder, removed at the end. */
	readonly userFolder?: string;
}

/** Starts an n8n of its own on a free port of 127.0.0.1, with the package installed and its owner logged in. */
export async function startN8n(options: N8nOptions = {}): Promise<N8nServer> {
	const { tarball } = options;
	const userFolder = options.userFolder ?? (await (tarball === undefined ? preparedFolder() : newFolder()));
	const proxy = await startClosedProxy();
	const port = await freePort();
	const env = {
		...n8nEnvironment({ userFolder, port, brokerPort: await freePort(), proxy: proxy.url }),
		...options.env,
	};
	// Before the PATH that n8n has anyway; empty but while the package is installed.
	const wrappers = join(userFolder, 'bin');
	const server = new N8nServer(`http://127.0.0.1:${port}`, userFolder, proxy, {
		...env,
		PATH: `${wrappers}:${env['PATH']}`,
	});
	const removesFolder = options.userFolder === undefined;
	server.onClose(async () => {
		if (removesFolder) await rm(userFolder, { recursive: true, force: true, maxRetries: 3 });
	});
	try {
		await server.start();
		if (tarball === undefined) await server.client.logIn();
		else {
			await server.client.setUpOwner();
			await installCommunityPackage(server.client, tarball, wrappers, env['PATH'] ?? '');
		}
		return server;
	} catch (cause) {
		const { log } = server;
		await server.close();
		throw new Error(`${(cause as Error).message}\nThe log of n8n:\n${log}`, { cause });
	}
}

async function newFolder(): Promise<string> {
	return await mkdtemp(join(tmpdir(), 'n8n-'));
}

/** One n8n with its data, running or not. */
export class N8nServer {
	readonly url: string;
	readonly userFolder: string;
	readonly env: Readonly<Record<string, string>>;
	readonly client: N8nClient;
	readonly #proxy: ClosedProxy;
	#process: N8nProcess | undefined;
	#earlierLog = '';
	#cleanUp = async (): Promise<void> => {};

	constructor(url: string, userFolder: string, proxy: ClosedProxy, env: Readonly<Record<string, string>>) {
		this.url = url;
		this.userFolder = userFolder;
		this.#proxy = proxy;
		this.env = env;
		this.client = new N8nClient(url);
	}

	/** All that its processes have said so far. */
	get log(): string {
		return this.#earlierLog + (this.#process?.log ?? '');
	}

	/** The servers elsewhere that n8n has tried to reach, in vain. */
	get attempts(): readonly string[] {
		return this.#proxy.attempts;
	}

	onClose(cleanUp: () => Promise<void>): void {
		this.#cleanUp = cleanUp;
	}

	async start(): Promise<void> {
		this.#process = await N8nProcess.start(this.url, this.env, this.userFolder);
	}

	/** `kill` ends it without a chance to save anything. */
	async stop(how: 'stop' | 'kill' = 'stop'): Promise<void> {
		await this.#process?.[how]();
		this.#earlierLog = this.log;
		this.#process = undefined;
	}

	async restart(how: 'stop' | 'kill' = 'stop'): Promise<void> {
		await this.stop(how);
		await this.start();
	}

	async close(): Promise<void> {
		await this.stop();
		await this.#proxy.close();
		await this.#cleanUp();
	}
}
