import type { IDataObject, IHttpRequestOptions, INode } from 'n8n-workflow';
import { NodeApiError } from 'n8n-workflow';

export interface CredentialData {
	readonly instance: string;
	readonly accessToken?: string;
	readonly oauthTokenData?: { access_token: string };
}

/** What n8n's request helpers do, over real HTTP: statuses that are not ignored throw as axios does, request and all. */
export async function request(options: IHttpRequestOptions): Promise<unknown> {
	const { url, method = 'GET', headers = {}, body, disableFollowRedirect, timeout = 300_000 } = options;
	const response = await fetch(url, {
		method,
		headers: headers as Record<string, string>,
		body: body === undefined ? null : (body as string | Buffer<ArrayBuffer>),
		redirect: disableFollowRedirect ? 'manual' : 'follow',
		signal: AbortSignal.timeout(timeout),
	}).catch((error: unknown) => fail(options, codeOf(error)));
	const text = await response
		.text()
		.catch(() => fail(options, 'ERR_BAD_RESPONSE', { status: response.status, data: '', headers: {} }));
	const answer = {
		statusCode: response.status,
		headers: Object.fromEntries(response.headers) as IDataObject,
		body: options.encoding === 'text' ? text : JSON.parse(text),
	};
	if (!isIgnored(options, response.status)) {
		return fail(options, 'ERR_BAD_REQUEST', {
			status: response.status,
			data: answer.body,
			headers: answer.headers,
		});
	}
	return options.returnFullResponse ? answer : answer.body;
}

/** Adds the token of a credential; an OAuth2 one is renewed once when a 401 was thrown. */
export async function requestWithAuthentication(
	node: INode,
	credential: CredentialData,
	options: IHttpRequestOptions,
	/** Answers a new token. */
	renew?: () => string,
): Promise<unknown> {
	const signed = (token: string) => ({
		...options,
		headers: { ...options.headers, Authorization: `Bearer ${token}` },
	});
	const token = credential.accessToken ?? credential.oauthTokenData?.access_token ?? '';
	try {
		return await request(signed(token)).catch((error: { response?: { status: number } }) => {
			if (credential.oauthTokenData === undefined || error.response?.status !== 401) throw error;
			if (!renew) throw new Error('No refresh token');
			return request(signed(renew()));
		});
	} catch (error) {
		throw new NodeApiError(node, error as never);
	}
}

function isIgnored({ ignoreHttpStatusErrors: ignored }: IHttpRequestOptions, status: number): boolean {
	if (status >= 200 && status < 300) return true;
	if (typeof ignored === 'object') return ignored.ignore && !ignored.except?.includes(status);
	return ignored === true;
}

class AxiosError extends Error {
	readonly isAxiosError = true;

	constructor(
		readonly config: IHttpRequestOptions,
		readonly code: string,
		readonly response?: { status: number; data: unknown; headers: unknown },
	) {
		super(response ? `Request failed with status code ${response.status}` : `request failed, ${code}`);
	}
}

function fail(config: IHttpRequestOptions, code: string, response?: AxiosError['response']): never {
	throw new AxiosError(config, code, response);
}

/** axios gives a silent server's code as ECONNABORTED. */
function codeOf(error: unknown): string {
	const { name, code, cause } = error as { name?: string; code?: unknown; cause?: unknown };
	if (name === 'TimeoutError') return 'ECONNABORTED';
	if (typeof code === 'string') return code === 'UND_ERR_SOCKET' ? 'ECONNRESET' : code;
	return cause === undefined ? 'ERR_NETWORK' : codeOf(cause);
}
