/** Thrown by a route to answer with an error, in the form the server's profile gives to errors. */
export class ApiError extends Error {
	override readonly name = 'ApiError';
	readonly status: number;
	readonly headers: Readonly<Record<string, string>>;
	/** Further fields of a JSON body (OAuth: `error_description`). */
	readonly details: Readonly<Record<string, unknown>>;

	constructor(
		status: number,
		message: string,
		more: { headers?: Record<string, string>; details?: Record<string, unknown> } = {},
	) {
		super(message);
		this.status = status;
		this.headers = more.headers ?? {};
		this.details = more.details ?? {};
	}
}
