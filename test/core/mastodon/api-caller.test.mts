import { describe, expect, it } from '@jest/globals';
import { NoResponseError } from '../../../core/http/no-response-error';
import { ApiCaller } from '../../../core/mastodon/api-caller';
import type { HttpResponse } from '../../../core/ports/http';
import { ok, respond, ScriptedHttp } from '../../fakes/scripted-http.mts';

const CALL = { method: 'POST', path: '/api/v1/x', scope: 'write:x', subject: 'thing 7' } as const;

const callerOf = (answer: HttpResponse | Error) => new ApiCaller(new ScriptedHttp(answer), 'here.example');
const failureOf = (answer: HttpResponse | Error) =>
	callerOf(answer)
		.entity(CALL)
		.then(
			() => undefined,
			(error: unknown) => error,
		);

describe('ApiCaller', () => {
	it('answers an entity with status and headers, also an empty one', async () => {
		const caller = callerOf(respond(202, { id: '1' }, { link: 'x' }));
		expect(await caller.entity(CALL)).toEqual({ status: 202, value: { id: '1' }, headers: { link: 'x' } });
		expect(await callerOf(ok('')).entity(CALL)).toMatchObject({ value: {} });
	});

	it.each([
		[
			respond(404, { error: 'Record not found' }),
			'NotFoundError',
			'has no thing 7 that this account can see (status 404: Record not found)',
		],
		[respond(410), 'NotFoundError', 'has no thing 7'],
		[respond(401, { error: 'No' }), 'TokenRefusedError', 'refused the access token'],
		[
			respond(422, { error: 'This method requires an authenticated user' }),
			'TokenRefusedError',
			'belongs to no person',
		],
		[
			respond(403, { error: 'This action is outside the authorized scopes' }),
			'MissingScopeError',
			'lacks the scope "write:x"',
		],
		[
			respond(403, { error: 'This action is not allowed' }),
			'RequestRefusedError',
			'refused the request for the thing 7 (status 403: This action is not allowed).',
		],
		[respond(422, { error: 'Validation failed' }), 'RequestRefusedError', '(status 422: Validation failed)'],
		[respond(400, { error: 'Bad' }), 'RequestRefusedError', '(status 400: Bad)'],
		[respond(503), 'ServerUnreachableError', 'could not be reached (status 503)'],
		[respond(302, '', { location: 'https://evil.example' }), 'UnexpectedAnswerError', 'it points elsewhere'],
		[respond(200, '<html>'), 'UnexpectedAnswerError', 'to POST /api/v1/x (it is no JSON)'],
		[respond(200, []), 'UnexpectedAnswerError', '(the answer is not an object)'],
		[
			new NoResponseError('the connection was cut', true),
			'ServerUnreachableError',
			'(the connection was cut)',
		],
	])('makes the failure of an answer that it means', async (answer, name, sentence) => {
		expect(await failureOf(answer)).toMatchObject({ name, message: expect.stringContaining(sentence) });
	});

	it('keeps the words of the server apart for those who show them apart', async () => {
		expect(await failureOf(respond(401, { error: 'Revoked' }))).toMatchObject({
			detail: 'status 401: Revoked',
		});
	});

	it('checks every entry of a list', async () => {
		expect((await callerOf(ok([{ a: 1 }])).list(CALL)).value).toEqual([{ a: 1 }]);
		await expect(callerOf(ok([1])).list(CALL)).rejects.toThrow('[0] is not an object');
	});

	it('searches for one kind', async () => {
		const http = new ScriptedHttp(ok({ accounts: [{ id: '1' }], statuses: [] }), ok({ statuses: [] }));
		const caller = new ApiCaller(http, 'here.example');
		const bounds = { resolve: true, limit: 5, subject: 'account' };
		expect(await caller.search('accounts', '@a b', bounds)).toEqual([{ id: '1' }]);
		await expect(caller.search('accounts', 'x', bounds)).rejects.toThrow('accounts is not a list');
		expect(http.asked[0]).toBe('GET /api/v2/search?q=@a b&resolve=true&type=accounts&limit=5');
	});
});
