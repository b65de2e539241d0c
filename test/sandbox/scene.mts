import type { Account } from './account.mts';
import { startSandbox } from './sandbox.mts';
import type { Sandbox, SandboxOptions } from './sandbox.mts';

export interface Answer {
	readonly status: number;
	readonly headers: Headers;
	/** Undefined when the body isn't JSON. */
	readonly json: any;
	readonly text: string;
}

/** A sandbox with an account to boost from, a remote author, and a way to ask things. */
export interface Scene {
	readonly sandbox: Sandbox;
	readonly booster: Account;
	readonly author: Account;
	readonly token: string;
	/** `ask('GET /api/v1/instance')`; a body is sent as JSON unless it is a form. `token: null` asks anonymously. */
	ask(
		line: string,
		options?: {
			body?: unknown;
			token?: string | null;
			headers?: Record<string, string>;
			redirect?: 'follow' | 'manual';
		},
	): Promise<Answer>;
}

export async function openScene(options: SandboxOptions = {}): Promise<Scene> {
	const sandbox = await startSandbox(options);
	const booster = sandbox.addAccount({ username: 'booster' });
	const author = sandbox.addAccount({ username: 'author', host: 'far.example' });
	const own = sandbox.addToken({ account: booster });
	const ask: Scene['ask'] = async (line, { body, token = own, headers = {}, redirect = 'follow' } = {}) => {
		const [method = 'GET', path = '/'] = line.split(' ');
		const form = body instanceof URLSearchParams || body instanceof FormData;
		const response = await fetch(new URL(path, sandbox.url), {
			method,
			redirect,
			headers: {
				...(token === null ? {} : { authorization: `Bearer ${token}` }),
				...(body === undefined || form ? {} : { 'content-type': 'application/json' }),
				...headers,
			},
			body: body === undefined ? null : form ? body : JSON.stringify(body),
		});
		const text = await response.text();
		return { status: response.status, headers: response.headers, json: parsed(text), text };
	};
	return { sandbox, booster, author, token: own, ask };
}

function parsed(text: string): unknown {
	try {
		return JSON.parse(text) as unknown;
	} catch {
		return undefined;
	}
}
