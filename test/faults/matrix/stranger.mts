import { listen } from '../../sandbox/http-server.mts';

/** A server that must never hear of us. */
export interface Stranger {
	readonly url: string;
	/** What it heard, `GET /api`. */
	readonly heard: readonly string[];
	close(): Promise<void>;
}

export async function openStranger(): Promise<Stranger> {
	const heard: string[] = [];
	const server = await listen(0, async ({ method, url }, response) => {
		heard.push(`${method} ${url}`);
		response.end('{}');
	});
	return { url: `http://${server.host}`, heard, close: server.close };
}
