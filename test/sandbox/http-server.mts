import { createServer } from 'node:http';
import type { IncomingMessage, Server, ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

export interface HttpServer {
	/** `127.0.0.1:port` */
	readonly host: string;
	/** Cuts every connection and waits until the port is free. */
	close(): Promise<void>;
	/** Listens again on the same port. */
	reopen(): Promise<void>;
}

/** Listens on the loopback address; port 0 takes a free one. */
export async function listen(
	port: number,
	handle: (incoming: IncomingMessage, response: ServerResponse) => Promise<void>,
): Promise<HttpServer> {
	const server = createServer((incoming, response) => {
		// What fails here is a client that went away or a test's hook: either way this connection is over.
		handle(incoming, response).catch(() => response.destroy());
	});
	await begin(server, port);
	const { port: taken } = server.address() as AddressInfo;
	return {
		host: `127.0.0.1:${taken}`,
		close: () =>
			new Promise((resolve) => {
				server.close(() => resolve());
				server.closeAllConnections();
			}),
		reopen: () => begin(server, taken),
	};
}

function begin(server: Server, port: number): Promise<void> {
	return new Promise((resolve, reject) => {
		server.once('error', reject);
		server.listen(port, '127.0.0.1', () => {
			server.off('error', reject);
			resolve();
		});
	});
}
