import { describe, expect, it } from '@jest/globals';
import { MastodonClient } from '../../../core/mastodon/client';
import { accountJson, statusJson } from '../../fakes/make-status.mts';
import type { Scripted } from '../../fakes/scripted-http.mts';
import { ok, respond, ScriptedHttp } from '../../fakes/scripted-http.mts';

const CATS = { hashtag: 'cats', mayBeUnknown: false };

function clientOf(...answers: Scripted[]) {
	const http = new ScriptedHttp(...answers);
	const problems: string[] = [];
	const client = new MastodonClient(http, 'here.example', (problem) => problems.push(problem));
	return { client, http, problems };
}

describe('MastodonClient', () => {
	it('asks who the token belongs to, and for the time', async () => {
		const { client, http } = clientOf(ok(accountJson(), { date: 'Tue, 10 Mar 2026 12:00:00 GMT' }));
		await expect(client.verifyCredentials()).resolves.toMatchObject({
			account: { acct: 'ada@remote.example' },
			serverTime: Date.parse('2026-03-10T12:00:00Z'),
		});
		expect(http.asked).toEqual(['GET /api/v1/accounts/verify_credentials']);
	});

	it.each([{}, { date: 'noon' }, { date: '-5' }, { date: '+275760-09-13T00:00:00.000Z' }])(
		'knows no time from the headers %j',
		async (headers) => {
			const { client } = clientOf(ok(accountJson(), headers));
			await expect(client.verifyCredentials()).resolves.toMatchObject({ serverTime: undefined });
		},
	);

	it('asks for the top of a hashtag, for all kinds of posts', async () => {
		const { client, http } = clientOf(ok([statusJson()]));
		const { statuses } = await client.tagTimeline(CATS);
		expect(statuses).toHaveLength(1);
		expect(http.asked).toEqual(['GET /api/v1/timelines/tag/cats?limit=40&only_media=false']);
	});

	it('asks for several hashtags above an id', async () => {
		const { client, http } = clientOf(ok([]));
		await client.tagTimeline({
			hashtag: 'cats',
			others: ['dogs', 'sénégal'],
			from: { minId: '7' },
			mayBeUnknown: false,
		});
		expect(http.asked).toEqual([
			'GET /api/v1/timelines/tag/cats?limit=40&any[]=dogs&any[]=sénégal&only_media=false&min_id=7',
		]);
	});

	it('asks below an id', async () => {
		const { client, http } = clientOf(ok([]));
		await client.tagTimeline({ ...CATS, from: { maxId: '7' } });
		expect(http.asked).toEqual(['GET /api/v1/timelines/tag/cats?limit=40&only_media=false&max_id=7']);
	});

	it('encodes a hashtag for the path', async () => {
		const { client, http } = clientOf(ok([]));
		await client.tagTimeline({ ...CATS, hashtag: 'sénégal/..?#' });
		expect(http.requests[0]?.path).toBe('/api/v1/timelines/tag/s%C3%A9n%C3%A9gal%2F..%3F%23');
	});

	it('takes a hashtag that the server does not know for one without posts', async () => {
		const { client } = clientOf(respond(404));
		await expect(client.tagTimeline({ ...CATS, mayBeUnknown: true })).resolves.toEqual({
			statuses: [],
			size: 0,
			problems: [],
		});
	});

	it.each([
		[[], false],
		[[statusJson()], true],
	])('tries whether %j is shown although it was excluded', async (answer, shows) => {
		const { client, http } = clientOf(ok(answer));
		await expect(client.showsExcluded('cats')).resolves.toBe(shows);
		expect(http.asked).toEqual(['GET /api/v1/timelines/tag/cats?limit=1&none[]=cats']);
	});

	it('unwraps the boost that snac shows under the id of the post', async () => {
		const wrapped = statusJson({ id: '5', uri: 'x:boost', reblog: statusJson({ id: '5' }) });
		const { client } = clientOf(ok([wrapped, statusJson({ id: '9', reblog: statusJson({ id: '5' }) })]));
		const { statuses } = await client.tagTimeline(CATS);
		expect(statuses.map(({ id, reblog }) => [id, reblog?.id])).toEqual([
			['5', undefined],
			['9', '5'],
		]);
	});

	it('leaves out what is no status and tells where it was', async () => {
		const { client, problems } = clientOf(ok([{}, statusJson({ id: '5' })]));
		const page = await client.tagTimeline(CATS);
		expect(page.statuses.map(({ id }) => id)).toEqual(['5']);
		expect(page.size).toBe(2);
		expect(problems).toEqual(['GET /api/v1/timelines/tag/cats: [0].id is not a text']);
	});
});
