import { createServer } from 'node:http';
import { once } from 'node:events';
import type { AddressInfo } from 'node:net';

/** A proxy that lets nothing through: n8n asks some servers of its maker by itself, and tests reach loopback only. */
export interface ClosedProxy {
	readonly url: string;
	/** `host:port` of each attempt, in order. */
	readonly attempts: string[];
	close(): Promise<void>;
}

export async function startClosedProxy(): Promise<ClosedProxy> {
	const attempts: string[] = [];
	const server = createServer((request, response) => {
		attempts.push(new URL(request.url ?? '', 'http://unknown').host);
		response.writeHead(403).end();
	});
	server.on('connect', (request, socket) => {
		attempts.push(request.url ?? '');
		socket.on('error', () => {});
		socket.end('HTTP/1.1 403 Forbidden\r\n\r\n');
	});
	server.listen(0, '127.0.0.1');
	await once(server, 'listening');
	const close = async (): Promise<void> => {
		const closed = once(server, 'close');
		server.close();
		server.closeAllConnections();
		await closed;
	};
	return { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, attempts, close };
}
