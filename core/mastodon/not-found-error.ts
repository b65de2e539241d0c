import { BoostError } from '../boost-error';

/** 404 and 410: there is no such thing, or this account may not see it. */
export class NotFoundError extends BoostError {
	readonly name = 'NotFoundError';

	constructor(
		readonly instance: string,
		/** What was asked for: `post 123`. */
		readonly subject: string,
		/** The server's own words. */
		readonly detail: string,
	) {
		super(
			`${instance} has no ${subject} that this account can see (${detail}): check it, it may have been deleted or be hidden.`,
		);
	}
}
