/** No complete answer came back. */
export class NoResponseError extends Error {
	override readonly name = 'NoResponseError';

	constructor(
		/** What happened, in words: "connection refused", "no answer within 30 s". */
		readonly detail: string,
		/** `false` only when the server cannot have acted on the request. */
		readonly mayHaveActed: boolean,
		cause?: unknown,
	) {
		super(detail, { cause });
	}
}
