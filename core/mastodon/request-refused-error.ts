import { BoostError } from '../boost-error';

/** The server understood and will not: a text that is too long, a post that may not be boosted. */
export class RequestRefusedError extends BoostError {
	readonly name = 'RequestRefusedError';

	constructor(
		readonly instance: string,
		/** What it was about: `post 123`. */
		readonly subject: string,
		/** The server's own words. */
		readonly detail: string,
	) {
		super(`${instance} refused the request for the ${subject} (${detail}).`);
	}
}
