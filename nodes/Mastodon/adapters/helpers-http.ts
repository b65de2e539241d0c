import type { IDataObject, IHttpRequestOptions } from 'n8n-workflow';
import { NodeOperationError } from 'n8n-workflow';
import type { Http, HttpRequest, HttpResponse } from '../../../core/index';
import { NoResponseError } from '../../../core/index';
import { requestFailure } from './request-failure';

/** One of n8n's request helpers, bound to its context: proxies, certificates and the token are its matter. */
export type Send = (options: IHttpRequestOptions) => Promise<unknown>;

export interface HelpersHttpOptions {
	/** `https://mastodon.social`. Nothing is ever asked of another origin. */
	readonly origin: string;
	readonly send: Send;
	/** n8n renews OAuth2 tokens when a 401 is thrown; with other credentials it would only send the request again. */
	readonly renewsToken: boolean;
}

/** Milliseconds until an answer must be complete. */
const TIMEOUT = 60_000;
/** An upload takes its time. */
const UPLOAD_TIMEOUT = 300_000;
/** Characters of an answer. */
const LARGEST_BODY = 8 * 1024 * 1024;
const USER_AGENT =
	'n8n-nodes-mastodon-hashtag-boost (+https://github.com/mastodon-hashtag-boost/mastodon-hashtag-boost)';

/** Http over n8n's request helpers. Redirects are not followed, so that no token goes to another origin. */
export class HelpersHttp implements Http {
	constructor(private readonly options: HelpersHttpOptions) {}

	async request(request: HttpRequest): Promise<HttpResponse> {
		const answer = await this.options.send(this.optionsOf(request)).catch(asAnswer);
		const { statusCode, headers, body } = answer as {
			statusCode: number;
			headers: IDataObject;
			body: unknown;
		};
		const text = textOf(body);
		if (text.length > LARGEST_BODY) throw new NoResponseError('the answer is larger than 8 MB', true);
		return { status: statusCode, headers: singleHeaders(headers), body: text };
	}

	private optionsOf({
		method,
		path,
		query = [],
		json,
		content,
		idempotencyKey,
	}: HttpRequest): IHttpRequestOptions {
		const { origin, renewsToken } = this.options;
		const search = query.map(([name, value]) => `${encoded(name)}=${encoded(value)}`);
		const type = content?.type ?? (json === undefined ? undefined : 'application/json');
		const body = content ? Buffer.from(content.bytes) : json === undefined ? undefined : JSON.stringify(json);
		return {
			method,
			url: `${origin}${path}${search.length > 0 ? `?${search.join('&')}` : ''}`,
			headers: {
				accept: 'application/json',
				'user-agent': USER_AGENT,
				...(type === undefined ? {} : { 'content-type': type }),
				...(idempotencyKey === undefined ? {} : { 'idempotency-key': idempotencyKey }),
			},
			...(body === undefined ? {} : { body }),
			encoding: 'text',
			returnFullResponse: true,
			ignoreHttpStatusErrors: renewsToken ? { ignore: true, except: [401] } : true,
			disableFollowRedirect: true,
			sendCredentialsOnCrossOriginRedirect: false,
			timeout: content ? UPLOAD_TIMEOUT : TIMEOUT,
		};
	}
}

/** Halves of signs, which cannot be encoded, become the replacement sign, as a browser sends them. */
function encoded(text: string): string {
	return encodeURIComponent(text.replace(/\p{Cs}/gu, '\ufffd'));
}

/** A status that n8n took for an error is an answer all the same; anything else is none. */
function asAnswer(error: unknown): { statusCode: number; headers: IDataObject; body: string } {
	const { status, detail, mayHaveActed } = requestFailure(error);
	// A missing credential is no matter of the network, and n8n's own sentence says it best.
	if (status === undefined && error instanceof NodeOperationError) throw error;
	if (status === undefined) throw new NoResponseError(detail, mayHaveActed, error);
	return { statusCode: status, headers: {}, body: '' };
}

function textOf(body: unknown): string {
	if (typeof body === 'string') return body;
	if (body === undefined || body === null) return '';
	return Buffer.isBuffer(body) ? body.toString('utf8') : JSON.stringify(body);
}

function singleHeaders(headers: IDataObject): Record<string, string> {
	const single: Record<string, string> = {};
	for (const [name, value] of Object.entries(headers)) {
		if (value !== undefined && value !== null)
			single[name.toLowerCase()] = Array.isArray(value) ? value.join(', ') : String(value);
	}
	return single;
}
