import type { HttpResponse } from '../ports/http';

/** What a response means to a client. One function decides it, from the status: texts may be translated. */
export type Meaning =
	| 'done'
	| 'token-refused'
	| 'scope-missing'
	| 'user-required'
	| 'not-found'
	| 'forbidden'
	| 'unprocessable'
	| 'server-error'
	| 'redirected'
	| 'unexpected';

export function meaningOf({ status, headers, body }: HttpResponse): Meaning {
	if (status >= 200 && status < 300) return 'done';
	if (status >= 300 && status < 400) return 'redirected';
	if (status >= 500 || status === 408) return 'server-error';
	switch (status) {
		case 401:
			return 'token-refused';
		case 403:
			// Doorkeeper says so in a header that is never translated; GoToSocial says it in its text alone.
			return /insufficient_scope/.test(headers['www-authenticate'] ?? '') || /scope/i.test(body.slice(0, 500))
				? 'scope-missing'
				: 'forbidden';
		case 404:
		case 410:
			return 'not-found';
		case 422:
			return /authenticated user/i.test(body.slice(0, 500)) ? 'user-required' : 'unprocessable';
		default:
			return 'unexpected';
	}
}

const LONGEST_MESSAGE = 200;

/** The server's own words in one clean line: `error` of a JSON answer, else its status. */
export function messageOf({ status, body }: HttpResponse): string {
	try {
		const { error, error_description: description } = JSON.parse(body) as Record<string, unknown>;
		const text = typeof description === 'string' ? description : error;
		if (typeof text === 'string') return `status ${status}: ${oneLine(text)}`;
	} catch {
		// HTML of a proxy or an empty body: its status says enough.
	}
	return `status ${status}`;
}

/** Foreign text made safe for a log: one line, no control characters, not endless. */
export function oneLine(text: string): string {
	return text
		.slice(0, LONGEST_MESSAGE)
		.replace(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]+/gu, ' ')
		.trim();
}
