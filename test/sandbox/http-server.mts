import { createServer } from 'node:http';
import type { IncomingMessage, ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

export interface HttpServer {
	/** `127.0.0.1:port` */
	readonly host: string;
	/** Cuts every connection and waits until the port is free. */
	close(): Promise<void>;
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
	await new Promise<void>((resolve, reject) => {
		server.once('error', reject);
		server.listen(port, '127.0.0.1', resolve);
	});
	return {
		host: `127.0.0.1:${(server.address() as AddressInfo).port}`,
		close: () =>
			new Promise((resolve) => {
				server.close(() => resolve());
				server.closeAllConnections();
			}),
	};
}
