import type { SandboxRequest } from './sandbox-request.mts';

/** A request as a client makes it, without a wire. */
export interface DirectRequest {
	readonly method: string;
	readonly path: string;
	readonly query?: ReadonlyArray<readonly [name: string, value: string]>;
	readonly json?: unknown;
	readonly token: string;
}

/** What `readRequest` makes of such a request when it comes over a wire. */
export function directRequest({ method, path, query = [], json, token }: DirectRequest): SandboxRequest {
	return {
		method,
		path,
		query: new URLSearchParams(query.map(([name, value]): [string, string] => [name, value])),
		headers: {
			authorization: `Bearer ${token}`,
			...(json === undefined ? {} : { 'content-type': 'application/json' }),
		},
		address: '127.0.0.1',
		bearer: token,
		body: (json ?? {}) as Record<string, unknown>,
		files: [],
		malformed: false,
	};
}
