import { NoResponseError } from '../http/no-response-error';
import type { Http, HttpRequest, HttpResponse } from '../ports/http';
import { meaningOf, messageOf, oneLine } from './answer';
import {
	AccessDeniedError,
	MissingScopeError,
	ServerUnreachableError,
	TokenRefusedError,
	UnexpectedAnswerError,
} from './api-errors';
import { WrongShapeError } from './shape';

export interface ReadRequest<T> {
	readonly path: string;
	readonly query?: HttpRequest['query'];
	/** The scope that the endpoint needs, for the error. */
	readonly scope: string;
	/** Everything that can be refused here is the token: snac answers 422 to one that it does not know. */
	readonly provesToken?: true;
	/** Throws `WrongShapeError`. */
	readonly parse: (json: unknown) => T;
}

/** An answer that was read, with its headers. */
export interface Read<T> {
	readonly value: T;
	readonly headers: HttpResponse['headers'];
}

/** Turns GET requests into checked values, and everything else into the failure that it means. */
export class ApiReader {
	constructor(
		private readonly http: Http,
		/** Host of the server, for the errors. */
		readonly instance: string,
	) {}

	/** Undefined when the server answers that there is no such thing (404, 410). */
	async read<T>({ path, query, scope, provesToken, parse }: ReadRequest<T>): Promise<Read<T> | undefined> {
		const endpoint = `GET ${path}`;
		const response = await this.http
			.request(query ? { method: 'GET', path, query } : { method: 'GET', path })
			.catch((error: unknown) => this.failOn(error));
		switch (meaningOf(response)) {
			case 'done':
				return { value: this.parsed(response.body, endpoint, parse), headers: response.headers };
			case 'not-found':
				return undefined;
			case 'token-refused':
				throw new TokenRefusedError(this.instance, 'invalid');
			case 'user-required':
				throw new TokenRefusedError(this.instance, 'no-user');
			case 'scope-missing':
				throw new MissingScopeError(this.instance, scope);
			case 'forbidden':
				throw new AccessDeniedError(this.instance, endpoint, messageOf(response));
			case 'server-error':
				throw new ServerUnreachableError(this.instance, messageOf(response));
			case 'redirected':
				throw new UnexpectedAnswerError(this.instance, endpoint, redirection(response));
			case 'unprocessable':
				if (provesToken) throw new TokenRefusedError(this.instance, 'invalid');
				throw new UnexpectedAnswerError(this.instance, endpoint, messageOf(response));
			default:
				throw new UnexpectedAnswerError(this.instance, endpoint, messageOf(response));
		}
	}

	/** As `read`, where the thing has to be there. */
	async readExisting<T>(request: ReadRequest<T>): Promise<Read<T>> {
		const found = await this.read(request);
		if (!found)
			throw new UnexpectedAnswerError(this.instance, `GET ${request.path}`, 'there is no such thing');
		return found;
	}

	private failOn(error: unknown): never {
		if (error instanceof NoResponseError) {
			throw new ServerUnreachableError(this.instance, error.detail, error);
		}
		throw error;
	}

	private parsed<T>(body: string, endpoint: string, parse: (json: unknown) => T): T {
		try {
			return parse(JSON.parse(body));
		} catch (error) {
			throw this.asUnexpected(error, endpoint);
		}
	}

	private asUnexpected(error: unknown, endpoint: string): Error {
		if (!(error instanceof WrongShapeError || error instanceof SyntaxError)) return error as Error;
		const problem = error instanceof WrongShapeError ? oneLine(error.message) : 'it is no JSON';
		return new UnexpectedAnswerError(this.instance, endpoint, problem, error);
	}
}

function redirection({ status, headers }: HttpResponse): string {
	const target = headers.location;
	return target === undefined ? `status ${status}` : `status ${status}: it points to ${oneLine(target)}`;
}
