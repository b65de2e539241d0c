/** One request to the server of the boosting account. The adapter owns the origin, the token and the time-outs. */
export interface HttpRequest {
	readonly method: 'GET' | 'POST' | 'DELETE';
	/** Absolute path on the instance, already percent-encoded: `/api/v1/timelines/tag/cats`. */
	readonly path: string;
	/** Query parameters in order; a name may stand more than once (`any[]`). */
	readonly query?: ReadonlyArray<readonly [name: string, value: string]>;
	/** Sent as `application/json`: form bodies get 415 from Hollo when a charset is appended. */
	readonly json?: unknown;
	/** A body of another type, instead of `json`: an upload. */
	readonly content?: { readonly type: string; readonly bytes: Uint8Array };
	/** `Idempotency-Key`: the server answers a repeated request as it answered the first one. */
	readonly idempotencyKey?: string;
}

export interface HttpResponse {
	readonly status: number;
	/** Header names in lower case. */
	readonly headers: Readonly<Record<string, string>>;
	/** The body as text, complete: a cut or oversized body is no response. */
	readonly body: string;
}

/**
 * Every status is an answer, redirects included (they are never followed).
 * Rejects with `NoResponseError` alone: when no complete answer came back.
 */
export interface Http {
	request(request: HttpRequest): Promise<HttpResponse>;
}
