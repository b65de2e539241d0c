import { describe, expect, it } from '@jest/globals';
import { NoResponseError } from '../../../core/http/no-response-error';
import { MastodonClient } from '../../../core/mastodon/client';
import { statusJson } from '../../fakes/make-status.mts';
import type { Scripted } from '../../fakes/scripted-http.mts';
import { ok, respond, ScriptedHttp } from '../../fakes/scripted-http.mts';

function clientOf(...answers: Scripted[]) {
	const http = new ScriptedHttp(...answers);
	const problems: string[] = [];
	const client = new MastodonClient(http, 'here.example', (problem) => problems.push(problem));
	return { client, http, problems };
}

describe('MastodonClient, on posts', () => {
	it('asks for a post, and for the post inside where the answer is a boost', async () => {
		const { client, http } = clientOf(ok(statusJson({ id: '9', reblog: statusJson({ id: '5' }) })));
		await expect(client.status('a/b')).resolves.toMatchObject({ id: '5' });
		expect(http.asked).toEqual(['GET /api/v1/statuses/a%2Fb']);
	});

	it.each([404, 410])('knows from status %d that a post is gone', async (status) => {
		const { client } = clientOf(respond(status));
		await expect(client.status('5')).resolves.toBeUndefined();
	});

	it('asks for several posts at once', async () => {
		const { client, http } = clientOf(ok([statusJson({ id: '5' })]));
		await expect(client.statuses(['5', '6'])).resolves.toMatchObject([{ id: '5' }]);
		expect(http.asked).toEqual(['GET /api/v1/statuses?id[]=5&id[]=6']);
	});

	it('asks for a single post alone, as every server can', async () => {
		const { client, http } = clientOf(ok(statusJson({ id: '5' })), respond(404));
		await expect(client.statuses(['5'])).resolves.toMatchObject([{ id: '5' }]);
		await expect(client.statuses(['6'])).resolves.toEqual([]);
		expect(http.asked).toEqual(['GET /api/v1/statuses/5', 'GET /api/v1/statuses/6']);
	});

	it('pages through what an account posted', async () => {
		const { client, http } = clientOf(ok([statusJson()]), ok([]));
		await client.accountStatuses('1');
		await client.accountStatuses('1', '100');
		expect(http.asked).toEqual([
			'GET /api/v1/accounts/1/statuses?limit=40',
			'GET /api/v1/accounts/1/statuses?limit=40&max_id=100',
		]);
	});

	it('finds a post by its address', async () => {
		const { client, http } = clientOf(ok({ statuses: [statusJson({ id: '5' })] }), ok({ statuses: [] }));
		await expect(client.findByUrl('https://remote.example/@ada/5')).resolves.toMatchObject({ id: '5' });
		await expect(client.findByUrl('x')).resolves.toBeUndefined();
		expect(http.asked[0]).toBe(
			'GET /api/v2/search?q=https://remote.example/@ada/5&resolve=true&type=statuses&limit=1',
		);
	});

	it('asks for a boost once, as JSON', async () => {
		const { client, http } = clientOf(ok(statusJson({ id: '9', reblog: statusJson({ id: '5' }) })));
		await expect(client.reblog('5', 'unlisted')).resolves.toMatchObject({ outcome: 'boosted' });
		expect(http.requests).toEqual([
			{ method: 'POST', path: '/api/v1/statuses/5/reblog', json: { visibility: 'unlisted' } },
		]);
	});

	it('does not know what came of a boost whose answer was lost', async () => {
		const { client } = clientOf(new NoResponseError('cut off', true));
		await expect(client.reblog('5', 'public')).resolves.toEqual({ outcome: 'unknown', message: 'cut off' });
	});
});
