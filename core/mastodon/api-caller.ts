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

export interface ApiCall extends HttpRequest {
	/** The scope that the endpoint needs, for the error. */
	readonly scope: string;
	/** What the call is about, for the errors: `post 123`. */
	readonly subject: string;
}

export interface ApiAnswer {
	readonly status: number;
	/** The parsed body; an empty object where the server sent none. */
	readonly json: unknown;
	readonly headers: HttpResponse['headers'];
}

/** One call of any endpoint, with the JSON as the server gave it; everything but success is the failure it means. */
export class ApiCaller {
	constructor(
		private readonly http: Http,
		/** Host of the server, for the errors. */
		readonly instance: string,
	) {}

	async call({ scope, subject, ...request }: ApiCall): Promise<ApiAnswer> {
		const response = await this.http.request(request).catch((error: unknown) => this.failOn(error));
		const detail = messageOf(response);
		const endpoint = `${request.method} ${request.path}`;
		switch (meaningOf(response)) {
			case 'done':
				return { status: response.status, json: this.parsed(response, endpoint), headers: response.headers };
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

	private parsed({ body }: HttpResponse, endpoint: string): unknown {
		if (body.trim() === '') return {};
		try {
			return JSON.parse(body) as unknown;
		} catch (error) {
			throw this.asUnexpected('it is no JSON', endpoint, error);
		}
	}

	private asUnexpected(problem: string, endpoint: string, cause: unknown): Error {
		return new UnexpectedAnswerError(this.instance, endpoint, problem, cause);
	}
}
