import type { IncomingHttpHeaders, IncomingMessage } from 'node:http';
import { parseMultipart } from './multipart.mts';
import type { UploadedFile } from './multipart.mts';
import { isRecord, paramsFrom } from './params.mts';
import type { Params } from './params.mts';

export interface SandboxRequest {
	readonly method: string;
	/** Decoded by the routes, segment by segment. */
	readonly path: string;
	readonly query: URLSearchParams;
	readonly headers: IncomingHttpHeaders;
	readonly address: string;
	/** The token sent, valid or not. */
	readonly bearer: string | undefined;
	/** Parameters of the body. */
	readonly body: Params;
	readonly files: readonly UploadedFile[];
	/** The body is announced as JSON but isn't. */
	readonly malformed: boolean;
}

/** Reads a whole request: JSON, form or multipart. */
export async function readRequest(incoming: IncomingMessage): Promise<SandboxRequest> {
	const url = new URL(incoming.url ?? '/', 'http://sandbox.invalid');
	const chunks: Buffer[] = [];
	for await (const chunk of incoming) chunks.push(chunk as Buffer);
	return {
		method: incoming.method ?? 'GET',
		path: url.pathname,
		query: url.searchParams,
		headers: incoming.headers,
		address: incoming.socket.remoteAddress ?? '',
		bearer: /^Bearer (.+)$/i.exec(incoming.headers.authorization ?? '')?.[1],
		...parseBody(Buffer.concat(chunks), incoming.headers['content-type'] ?? ''),
	};
}

function parseBody(bytes: Buffer, type: string): Pick<SandboxRequest, 'body' | 'files' | 'malformed'> {
	if (type.startsWith('multipart/form-data')) {
		const { fields, files } = parseMultipart(bytes, type);
		return { body: paramsFrom(fields), files, malformed: false };
	}
	const text = bytes.toString('utf8');
	if (!type.startsWith('application/json')) {
		return { body: paramsFrom(new URLSearchParams(text)), files: [], malformed: false };
	}
	const body = text === '' ? {} : parseJson(text);
	return { body: isRecord(body) ? body : {}, files: [], malformed: body === undefined };
}

function parseJson(text: string): unknown {
	try {
		return JSON.parse(text) as unknown;
	} catch {
		return undefined;
	}
}
