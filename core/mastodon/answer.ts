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
			return /insufficient_scope/.test(headers['www-authenticate'] ?? '') ||
				/\bscopes?\b/i.test(errorText(body))
				? 'scope-missing'
				: 'forbidden';
		case 404:
		case 410:
			return 'not-found';
		case 422:
			return /authenticated user/i.test(errorText(body)) ? 'user-required' : 'unprocessable';
		default:
			return 'unexpected';
	}
}

const LONGEST_MESSAGE = 200;

/** The server's own words in one clean line: `error` of a JSON answer, else its status. */
export function messageOf({ status, body }: HttpResponse): string {
	const text = oneLine(errorText(body));
	return text === '' ? `status ${status}` : `status ${status}: ${text}`;
}

/** Blank for the HTML of a proxy and for empty bodies. */
function errorText(body: string): string {
	try {
		const { error, error_description: description } = JSON.parse(body) as Record<string, unknown>;
		const text = typeof description === 'string' ? description : error;
		return typeof text === 'string' ? text : '';
	} catch {
		return '';
	}
}

/** A message with foreign text in it, as one line of a log. */
export function logLine(message: string): string {
	return oneLine(message, LONGEST_LOG_LINE);
}

const LONGEST_LOG_LINE = 2_000;

/** Foreign text made safe for a log: one line, no control characters, not endless. */
export function oneLine(text: string, longest = LONGEST_MESSAGE): string {
	return text
		.slice(0, longest)
		.replace(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]+/gu, ' ')
		.trim();
}
