import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

/** A server that nobody has any business with. */
export interface Stranger {
	readonly url: string;
	/** First lines and headers of everything that came. */
	readonly heard: readonly string[];
	close(): Promise<void>;
}

/** Answers nothing but 502, also to who takes it for a proxy. */
export async function startStranger(): Promise<Stranger> {
	const heard: string[] = [];
	const server = createServer(({ method, url, rawHeaders }, response) => {
		heard.push([method, url, ...rawHeaders].join(' '));
		response.writeHead(502).end();
	});
	server.on('connect', ({ method, url, rawHeaders }, socket) => {
		heard.push([method, url, ...rawHeaders].join(' '));
		socket.end('HTTP/1.1 502 No\r\n\r\n');
	});
	await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
	const { port } = server.address() as AddressInfo;
	return {
		url: `http://127.0.0.1:${port}`,
		heard,
		close: () =>
			new Promise((resolve) => {
				server.close(() => resolve());
				server.closeAllConnections();
			}),
	};
}
