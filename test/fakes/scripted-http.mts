import type { Http, HttpRequest, HttpResponse } from '../../core/ports/http';

/** A canned answer: a response, a failure, or what to make of the request. */
export type Scripted = HttpResponse | Error | ((request: HttpRequest) => HttpResponse);

/** Answers canned responses in order and records what it was asked. */
export class ScriptedHttp implements Http {
	readonly requests: HttpRequest[] = [];
	private readonly answers: Scripted[];

	constructor(...answers: Scripted[]) {
		this.answers = answers;
	}

	/** Requests in one line each: `GET /api/v1/x?limit=40`, values as they are. */
	get asked(): readonly string[] {
		return this.requests.map(lineOf);
	}

	/** Canned answers that nobody asked for. */
	get left(): number {
		return this.answers.length;
	}

	add(...answers: Scripted[]): this {
		this.answers.push(...answers);
		return this;
	}

	async request(request: HttpRequest): Promise<HttpResponse> {
		this.requests.push(request);
		const answer = this.answers.shift();
		if (answer === undefined) throw new Error(`No answer is left for ${lineOf(request)}`);
		if (answer instanceof Error) throw answer;
		return typeof answer === 'function' ? answer(request) : answer;
	}
}

export function respond(
	status: number,
	body: unknown = '',
	headers: Record<string, string> = {},
): HttpResponse {
	return { status, headers, body: typeof body === 'string' ? body : JSON.stringify(body) };
}

export function ok(body: unknown, headers: Record<string, string> = {}): HttpResponse {
	return respond(200, body, headers);
}

function lineOf({ method, path, query = [] }: HttpRequest): string {
	const search = query.map(([name, value]) => `${name}=${value}`).join('&');
	return `${method} ${path}${search && `?${search}`}`;
}
