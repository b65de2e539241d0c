import { describe, expect, it } from '@jest/globals';
import { NoResponseError } from '../../../core/http/no-response-error';
import { withoutToken } from '../../../core/http/without-token';
import type { HttpRequest } from '../../../core/ports/http';
import { ok, respond, ScriptedHttp } from '../../fakes/scripted-http.mts';

const GET: HttpRequest = { method: 'GET', path: '/x' };

describe('withoutToken', () => {
	it('takes the token out of an answer and its headers, wherever it stands', async () => {
		const headers = { location: 'https://x.example/?token=s3cret', date: 'today' };
		const server = new ScriptedHttp(respond(401, 'No s3cret, no (s3cret).', headers));
		await expect(withoutToken(server, 's3cret').request(GET)).resolves.toEqual({
			status: 401,
			headers: { location: 'https://x.example/?token=***', date: 'today' },
			body: 'No ***, no (***).',
		});
	});

	it('leaves everything else as it is', async () => {
		const answer = ok({ id: '1' }, { 'x-ratelimit-remaining': '7' });
		const http = withoutToken(new ScriptedHttp(answer), 's3cret');
		await expect(http.request(GET)).resolves.toEqual(answer);
	});

	it('takes the signs of a token as they are', async () => {
		const http = withoutToken(new ScriptedHttp(ok('a.c and abc and $&')), 'a.c');
		await expect(http.request(GET)).resolves.toMatchObject({ body: '*** and abc and $&' });
	});

	it('passes on a request as it is, and a failure, too', async () => {
		const lost = new NoResponseError('lost', true);
		const server = new ScriptedHttp(lost);
		await expect(withoutToken(server, 's3cret').request(GET)).rejects.toBe(lost);
		expect(server.requests).toEqual([GET]);
	});
});
