import type { Http } from '../ports/http';
import { tokenPattern } from './token-pattern';

/** A server that repeats the token in an answer must not bring it into a message, a report or a state. */
export function withoutToken(http: Http, token: string): Http {
	const pattern = tokenPattern(token);
	const clean = (text: string) => text.replace(pattern, '***');
	return {
		async request(request) {
			const { status, headers, body } = await http.request(request);
			const cleaned = Object.entries(headers).map(([name, value]) => [name, clean(value)]);
			return { status, headers: Object.fromEntries(cleaned), body: clean(body) };
		},
	};
}
