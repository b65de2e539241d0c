import { NoResponseError } from '../http/no-response-error';
import type { Http, HttpRequest, HttpResponse } from '../ports/http';
import { meaningOf, messageOf } from './answer';
import {
	MissingScopeError,
	ServerUnreachableError,
	TokenRefusedError,
	UnexpectedAnswerError,
} from './api-errors';
import { NotFoundError } from './not-found-error';
import { RequestRefusedError } from './request-refused-error';
import type { Fields } from './shape';
import { listAt, objectAt, WrongShapeError } from './shape';

export interface ApiCall extends HttpRequest {
	/** The scope that the endpoint needs, for the error. */
	readonly scope: string;
	/** What the call is about, for the errors: `post 123`. */
	readonly subject: string;
}

export interface ApiAnswer<T> {
	readonly status: number;
	/** The JSON as the server gave it. */
	readonly value: T;
	readonly headers: HttpResponse['headers'];
}

/** One call of any endpoint, with the JSON as the server gave it; everything but success is the failure it means. */
export class ApiCaller {
	constructor(
		private readonly http: Http,
		/** Host of the server, for the errors. */
		readonly instance: string,
	) {}

	/** Of an endpoint that answers one entity; an empty one where the body is empty. */
	async entity(call: ApiCall): Promise<ApiAnswer<Fields>> {
		return this.call(call, (json) => objectAt(json ?? {}, 'the answer'));
	}

	/** Of an endpoint that answers a list of entities. */
	async list(call: ApiCall): Promise<ApiAnswer<readonly Fields[]>> {
		return this.call(call, (json) =>
			listAt(json, 'the answer').map((entry, index) => objectAt(entry, `[${index}]`)),
		);
	}

	/** What a search found of one kind. https://docs.joinmastodon.org/methods/search/ */
	async search(
		kind: 'accounts' | 'statuses' | 'hashtags',
		q: string,
		{
			resolve,
			limit,
			subject,
		}: { readonly resolve: boolean; readonly limit: number; readonly subject: string },
	): Promise<readonly Fields[]> {
		const call: ApiCall = {
			method: 'GET',
			path: '/api/v2/search',
			query: [
				['q', q],
				['resolve', String(resolve)],
				['type', kind],
				['limit', String(limit)],
			],
			scope: 'read:search',
			subject,
		};
		const { value } = await this.call(call, (json) =>
			listAt(objectAt(json, 'the answer')[kind], kind).map((entry, index) =>
				objectAt(entry, `${kind}[${index}]`),
			),
		);
		return value;
	}

	private async call<T>(
		{ scope, subject, ...request }: ApiCall,
		check: (json: unknown) => T,
	): Promise<ApiAnswer<T>> {
		const response = await this.http.request(request).catch((error: unknown) => this.failOn(error));
		const { status, headers } = response;
		const detail = messageOf(response);
		const endpoint = `${request.method} ${request.path}`;
		switch (meaningOf(response)) {
			case 'done':
				return { status, headers, value: this.parsed(response, endpoint, check) };
			case 'not-found':
				throw new NotFoundError(this.instance, subject, detail);
			case 'token-refused':
				throw new TokenRefusedError(this.instance, 'invalid', detail);
			case 'user-required':
				throw new TokenRefusedError(this.instance, 'no-user', detail);
			case 'scope-missing':
				throw new MissingScopeError(this.instance, scope, detail);
			case 'server-error':
				throw new ServerUnreachableError(this.instance, detail);
			case 'redirected':
				throw new UnexpectedAnswerError(this.instance, endpoint, `${detail}: it points elsewhere`);
			default:
				throw new RequestRefusedError(this.instance, subject, detail);
		}
	}

	private failOn(error: unknown): never {
		if (error instanceof NoResponseError) {
			throw new ServerUnreachableError(this.instance, error.detail, error);
		}
		throw error;
	}

	private parsed<T>({ body }: HttpResponse, endpoint: string, check: (json: unknown) => T): T {
		try {
			return check(body.trim() === '' ? undefined : JSON.parse(body));
		} catch (error) {
			const problem = error instanceof WrongShapeError ? error.message : 'it is no JSON';
			throw this.asUnexpected(problem, endpoint, error);
		}
	}

	private asUnexpected(problem: string, endpoint: string, cause: unknown): Error {
		return new UnexpectedAnswerError(this.instance, endpoint, problem, cause);
	}
}
