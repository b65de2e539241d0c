import { NoResponseError } from '../http/no-response-error';
import type { HttpResponse } from '../ports/http';
import { meaningOf, messageOf } from './answer';
import { objectAt } from './shape';
import type { Status } from './status';
import { statusFrom } from './status';

/** What came of asking for a boost. */
export type ReblogAnswer =
	| { readonly outcome: 'boosted'; readonly status: Status }
	/** The server will not, and will not later either. */
	| { readonly outcome: 'gone' | 'not-allowed'; readonly message: string }
	/** Nothing happened; another try may succeed. */
	| { readonly outcome: 'failed'; readonly message: string }
	/** It may have happened: look before asking again. */
	| { readonly outcome: 'unknown'; readonly message: string }
	| { readonly outcome: 'token-refused' | 'user-required' | 'scope-missing'; readonly message: string };

export function reblogAnswer(response: HttpResponse): ReblogAnswer {
	const message = messageOf(response);
	const meaning = meaningOf(response);
	switch (meaning) {
		case 'done':
			return boosted(response.body);
		case 'not-found':
			return { outcome: 'gone', message };
		case 'forbidden':
			return { outcome: 'not-allowed', message };
		case 'token-refused':
		case 'user-required':
		case 'scope-missing':
			return { outcome: meaning, message };
		// Mastodon answers 422 when two boosts of one post race: one of them was made.
		case 'unprocessable':
		case 'server-error':
			return { outcome: 'unknown', message };
		default:
			return { outcome: 'failed', message };
	}
}

/** Of a request that got no answer. Anything but `NoResponseError` is thrown on. */
export function reblogFailure(error: unknown): ReblogAnswer {
	if (!(error instanceof NoResponseError)) throw error;
	return { outcome: error.mayHaveActed ? 'unknown' : 'failed', message: error.detail };
}

/** Mastodon answers the boost with the post inside; Pixelfed, snac and Takahe answer the post itself. */
function boosted(body: string): ReblogAnswer {
	try {
		const answer = JSON.parse(body) as unknown;
		const { reblog } = objectAt(answer, 'the answer');
		return { outcome: 'boosted', status: statusFrom(reblog ?? answer, 'the status') };
	} catch {
		return { outcome: 'unknown', message: 'an answer that is no status' };
	}
}
