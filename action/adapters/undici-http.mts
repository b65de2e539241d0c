import type { Dispatcher } from 'undici';
import { Agent, EnvHttpProxyAgent } from 'undici';
import type { Http, HttpRequest, HttpResponse } from '../../core/index';
import { NoResponseError } from '../../core/index';
import { describeFailure } from './describe-failure.mts';

export interface UndiciHttpOptions {
	/** `https://mastodon.social`. Nothing is ever asked of another origin. */
	readonly origin: string;
	readonly accessToken: string;
	readonly userAgent: string;
	/** Bounds of one request; milliseconds and bytes. */
	readonly limits?: RequestLimits;
}

export interface RequestLimits {
	readonly connect: number;
	/** Until the headers are there, and between two parts of the body. */
	readonly silence: number;
	readonly total: number;
	readonly body: number;
}

export const REQUEST_LIMITS: RequestLimits = {
	connect: 10_000,
	silence: 30_000,
	total: 60_000,
	body: 8 * 1024 * 1024,
};

/** Http over undici: connections are kept alive, proxies come from the environment, redirects are not followed. */
export class UndiciHttp implements Http {
	private readonly dispatcher: Dispatcher;
	private readonly limits: RequestLimits;

	constructor(private readonly options: UndiciHttpOptions) {
		this.limits = options.limits ?? REQUEST_LIMITS;
		const settings = {
			connect: { timeout: this.limits.connect },
			headersTimeout: this.limits.silence,
			bodyTimeout: this.limits.silence,
			maxResponseSize: this.limits.body,
		};
		// To this machine itself no proxy is on the way, and one that got a plain request would read the token.
		const isPlain = options.origin.startsWith('http:');
		this.dispatcher = isPlain ? new Agent(settings) : new EnvHttpProxyAgent(settings);
	}

	async request(request: HttpRequest): Promise<HttpResponse> {
		try {
			return await this.exchange(request);
		} catch (error) {
			const { detail, mayHaveActed } = describeFailure(error, this.limits);
			throw new NoResponseError(detail, mayHaveActed, error);
		}
	}

	/** Closes the connections that are kept alive. */
	async close(): Promise<void> {
		await this.dispatcher.destroy();
	}

	private async exchange(request: HttpRequest): Promise<HttpResponse> {
		const { method, path, query = [], json, content, idempotencyKey } = request;
		const { origin, accessToken, userAgent } = this.options;
		const search = new URLSearchParams(
			query.map(([name, value]): [string, string] => [name, value]),
		).toString();
		const { statusCode, headers, body } = await this.dispatcher.request({
			origin,
			path: search === '' ? path : `${path}?${search}`,
			method,
			headers: {
				accept: 'application/json',
				authorization: `Bearer ${accessToken}`,
				'user-agent': userAgent,
				...(json === undefined ? {} : { 'content-type': 'application/json' }),
				...(content ? { 'content-type': content.type } : {}),
				...(idempotencyKey ? { 'idempotency-key': idempotencyKey } : {}),
			},
			body: content?.bytes ?? (json === undefined ? null : JSON.stringify(json)),
			signal: AbortSignal.timeout(this.limits.total),
		});
		const text = await body.text();
		return { status: statusCode, headers: singleHeaders(headers), body: text };
	}
}

function singleHeaders(
	headers: Readonly<Record<string, string | string[] | undefined>>,
): Record<string, string> {
	const single: Record<string, string> = {};
	for (const [name, value] of Object.entries(headers)) {
		if (value !== undefined) single[name.toLowerCase()] = Array.isArray(value) ? value.join(', ') : value;
	}
	return single;
}
