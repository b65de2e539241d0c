import { request as ask } from 'node:http';
import type { IncomingMessage } from 'node:http';
import { buffer, text } from 'node:stream/consumers';
import { listen } from '../sandbox/http-server.mts';

export interface Answer {
	readonly status: number;
	/** Behind the status, in the first line. */
	readonly statusText: string;
	readonly headers: Readonly<Record<string, string>>;
	readonly body: string;
}

export interface Asked {
	readonly method: string;
	/** With the query. */
	readonly path: string;
}

export type Rewrite = (answer: Answer, asked: Asked) => Answer;

export interface RewritingServer {
	readonly url: string;
	readonly host: string;
	rewrite: Rewrite;
	close(): Promise<void>;
}

/** A hostile server: it answers what another one answers, made worse. */
export async function startRewritingServer(target: string, rewrite: Rewrite): Promise<RewritingServer> {
	const server = await listen(0, async (incoming, response) => {
		const asked = { method: incoming.method ?? '', path: incoming.url ?? '' };
		const { status, statusText, headers, body } = running.rewrite(await forward(target, incoming), asked);
		response.writeHead(status, statusText, { ...headers, 'content-length': Buffer.byteLength(body) });
		response.end(body);
	});
	const running = { url: `http://${server.host}`, host: server.host, rewrite, close: () => server.close() };
	return running;
}

/** Rejects where the target cut the connection: then this one is cut, too. */
async function forward(target: string, incoming: IncomingMessage): Promise<Answer> {
	const body = await buffer(incoming);
	const answer = await new Promise<IncomingMessage>((resolve, reject) => {
		const { method, headers } = incoming;
		ask(`${target}${incoming.url}`, { method: method!, headers, agent: false }, resolve)
			.on('error', reject)
			.end(body);
	});
	const { statusCode: status = 500, statusMessage: statusText = '' } = answer;
	const headers = Object.entries(answer.headers).map(([name, value]) => [name, String(value)]);
	const kept = headers.filter(([name]) => !/^(?:content-length|connection|keep-alive|transfer)/.test(name!));
	return { status, statusText, headers: Object.fromEntries(kept), body: await text(answer) };
}
