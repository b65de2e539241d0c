import { describe, expect, it } from '@jest/globals';
import { NoResponseError } from '../../../core/http/no-response-error';
import { reblogAnswer, reblogFailure } from '../../../core/mastodon/reblog';
import { statusJson } from '../../fakes/make-status.mts';
import { ok, respond } from '../../fakes/scripted-http.mts';

describe('reblogAnswer', () => {
	it('reads the post inside the boost that Mastodon answers', () => {
		const answer = reblogAnswer(ok(statusJson({ id: '9', reblog: statusJson({ id: '5' }) })));
		expect(answer).toMatchObject({ outcome: 'boosted', status: { id: '5' } });
	});

	it('reads the post itself that Pixelfed answers', () => {
		expect(reblogAnswer(ok(statusJson({ id: '5' })))).toMatchObject({
			outcome: 'boosted',
			status: { id: '5' },
		});
	});

	it.each(['', '<html>', '{}', '[]', 'null', '{"reblog":false}'])(
		'does not take the answer %s for a boost, nor for none',
		(body) => {
			expect(reblogAnswer(ok(body))).toEqual({
				outcome: 'unknown',
				message: 'an answer that is no status',
			});
		},
	);

	it.each([
		[404, 'gone'],
		[410, 'gone'],
		[403, 'not-allowed'],
		[401, 'token-refused'],
		[422, 'unknown'],
		[500, 'unknown'],
		[503, 'unknown'],
		[408, 'unknown'],
		[400, 'failed'],
		[415, 'failed'],
		[302, 'failed'],
	])('takes status %d for %s', (status, outcome) => {
		expect(reblogAnswer(respond(status, { error: 'Because' }))).toEqual({
			outcome,
			message: `status ${status}: Because`,
		});
	});

	it('knows a token that is of no person', () => {
		const { outcome } = reblogAnswer(respond(422, { error: 'This method requires an authenticated user' }));
		expect(outcome).toBe('user-required');
	});

	it('knows a missing scope', () => {
		const { outcome } = reblogAnswer(respond(403, { error: 'This action is outside the authorized scopes' }));
		expect(outcome).toBe('scope-missing');
	});
});

describe('reblogFailure', () => {
	it('does not know what became of a request whose answer was lost', () => {
		expect(reblogFailure(new NoResponseError('no answer within 30 s', true))).toEqual({
			outcome: 'unknown',
			message: 'no answer within 30 s',
		});
	});

	it('knows that nothing came of a request that was never sent', () => {
		expect(reblogFailure(new NoResponseError('connection refused', false)).outcome).toBe('failed');
	});

	it('throws every other failure on', () => {
		const mistake = new TypeError('oops');
		expect(() => reblogFailure(mistake)).toThrow(mistake);
	});
});
