/** The server's limit is reached and this run may not wait for its end. No failure: the rest waits its turn. */
export class RateLimitReachedError extends Error {
	override readonly name = 'RateLimitReachedError';

	constructor(
		/** When the window ends, in milliseconds since the epoch, where the server told. */
		readonly resumesAt: number | undefined,
	) {
		super('The rate limit of the server is reached');
	}
}
