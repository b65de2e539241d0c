import { BoostError } from '../boost-error';

/** 401, or 422 where the token belongs to an application and not to a person. */
export class TokenRefusedError extends BoostError {
	readonly name = 'TokenRefusedError';

	constructor(
		readonly instance: string,
		readonly why: 'invalid' | 'no-user',
		/** The server's own words. */
		readonly detail = '',
	) {
		super(
			why === 'invalid'
				? `${instance} refused the access token: check that "access-token" is complete, was not revoked and was made on this instance.`
				: `${instance} says that the access token belongs to no person: "access-token" must be a user's token, not the one of an application.`,
		);
	}
}

export class MissingScopeError extends BoostError {
	readonly name = 'MissingScopeError';

	constructor(
		readonly instance: string,
		readonly scope: string,
		/** The server's own words. */
		readonly detail = '',
	) {
		super(
			`${instance} says that the access token lacks the scope "${scope}": give the application that scope under Preferences > Development, then make a new "access-token".`,
		);
	}
}

/** 403 that is no matter of scopes: a disabled login, a closed timeline. */
export class AccessDeniedError extends BoostError {
	readonly name = 'AccessDeniedError';

	constructor(
		readonly instance: string,
		readonly endpoint: string,
		/** The server's own words. */
		readonly detail: string,
	) {
		super(
			`${instance} does not let this account use ${endpoint} (${detail}): log in there and see what it asks of the account.`,
		);
	}
}

/** No answer, or only server errors, after every retry. */
export class ServerUnreachableError extends BoostError {
	readonly name = 'ServerUnreachableError';

	constructor(
		readonly instance: string,
		readonly detail: string,
		cause?: unknown,
	) {
		super(
			`${instance} could not be reached (${detail}): check "instance", or wait until the server is back; nothing is lost.`,
			cause,
		);
	}
}

/** The server answered, but not as a Mastodon API does. */
export class UnexpectedAnswerError extends BoostError {
	readonly name = 'UnexpectedAnswerError';

	constructor(
		readonly instance: string,
		/** `GET /api/v1/…` */
		readonly endpoint: string,
		/** What was wrong with it: a field's path, a status. */
		readonly problem: string,
		cause?: unknown,
	) {
		super(
			`${instance} gave an answer that is not Mastodon's to ${endpoint} (${problem}): check that "instance" names a server with the Mastodon API.`,
			cause,
		);
	}
}
