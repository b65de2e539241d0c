import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { openScene } from './scene.mts';
import type { Scene } from './scene.mts';

describe('the other endpoints', () => {
	let scene: Scene;
	let now: number;

	beforeEach(async () => {
		now = Date.UTC(2026, 0, 1);
		scene = await openScene({ now: () => now });
	});
	afterEach(() => scene.sandbox.close());

	it('creates a post with everything in it, and finds its hashtags', async () => {
		const body = {
			status: 'Hello #World',
			visibility: 'unlisted',
			spoiler_text: 'hi',
			language: 'fr',
			sensitive: true,
		};
		const poll = { options: ['a', 'b'], expires_in: 600 };
		const { json } = await scene.ask('POST /api/v1/statuses', { body: { ...body, poll } });
		expect(json).toMatchObject({
			visibility: 'unlisted',
			spoiler_text: 'hi',
			language: 'fr',
			sensitive: true,
		});
		expect(json).toMatchObject({
			tags: [{ name: 'world' }],
			poll: { options: [{ title: 'a' }, { title: 'b' }] },
		});
	});

	it('takes the same post as a form', async () => {
		const body = new URLSearchParams([
			['status', 'Hello'],
			['poll[options][]', 'a'],
			['poll[options][]', 'b'],
			['poll[expires_in]', '600'],
		]);
		const { json } = await scene.ask('POST /api/v1/statuses', { body });
		expect(json.poll.options).toHaveLength(2);
	});

	it('answers an Idempotency-Key with the first post, for an hour', async () => {
		const options = { body: { status: 'once' }, headers: { 'idempotency-key': 'k' } };
		const first = await scene.ask('POST /api/v1/statuses', options);
		expect((await scene.ask('POST /api/v1/statuses', options)).json.id).toBe(first.json.id);
		now += 3_600_000;
		expect((await scene.ask('POST /api/v1/statuses', options)).json.id).not.toBe(first.json.id);
	});

	it('schedules a post instead of making it', async () => {
		const body = { status: 'later', scheduled_at: new Date(now + 600_000).toISOString() };
		const { json } = await scene.ask('POST /api/v1/statuses', { body });
		expect(json.scheduled_at).toBe('2026-01-01T00:10:00.000Z');
		expect((await scene.ask(`GET /api/v1/accounts/${scene.booster.id}/statuses`)).json).toEqual([]);
	});

	it('refuses an empty post', async () => {
		expect((await scene.ask('POST /api/v1/statuses', { body: {} })).status).toBe(422);
	});

	it('deletes own posts only, giving the text back', async () => {
		const own = await scene.ask('POST /api/v1/statuses', { body: { status: 'mine' } });
		const other = scene.sandbox.addPost({ account: scene.author });
		expect((await scene.ask(`DELETE /api/v1/statuses/${own.json.id}`)).json.text).toBe('mine');
		expect((await scene.ask(`GET /api/v1/statuses/${own.json.id}`)).status).toBe(404);
		expect((await scene.ask(`DELETE /api/v1/statuses/${other.id}`)).status).toBe(404);
	});

	it('reads several posts at once, leaving out the unknown', async () => {
		const ids = [1, 2].map(() => scene.sandbox.addPost({ account: scene.author }).id);
		const { json } = await scene.ask(`GET /api/v1/statuses?id[]=${ids[0]}&id[]=0&id[]=${ids[1]}`);
		expect(json.map(({ id }: { id: string }) => id)).toEqual(ids);
	});

	it('uploads media, describes it and attaches it', async () => {
		const body = new FormData();
		body.set('file', new Blob([new Uint8Array([0, 255, 13, 10])], { type: 'image/png' }), 'a.png');
		body.set('description', 'né');
		const { json } = await scene.ask('POST /api/v2/media', { body });
		expect(json).toMatchObject({ type: 'image', description: 'né' });
		await scene.ask(`PUT /api/v1/media/${json.id}`, { body: { focus: '0.5,-1' } });
		const post = await scene.ask('POST /api/v1/statuses', { body: { media_ids: [json.id] } });
		expect(post.json.media_attachments).toMatchObject([{ id: json.id, meta: { focus: { x: 0.5, y: -1 } } }]);
	});

	it.each([
		['favourite', 'favourited'],
		['bookmark', 'bookmarked'],
	])('can %s a post and undo it', async (action, flag) => {
		const { id } = scene.sandbox.addPost({ account: scene.author, favourites: 2 });
		const on = await scene.ask(`POST /api/v1/statuses/${id}/${action}`);
		const off = await scene.ask(`POST /api/v1/statuses/${id}/un${action}`);
		expect([on.json[flag], off.json[flag]]).toEqual([true, false]);
		expect(off.json.favourites_count).toBe(2);
	});

	it('follows a hashtag', async () => {
		await scene.ask('POST /api/v1/tags/Cats/follow');
		expect((await scene.ask('GET /api/v1/followed_tags')).json).toMatchObject([
			{ name: 'cats', following: true },
		]);
		await scene.ask('POST /api/v1/tags/cats/unfollow');
		expect((await scene.ask('GET /api/v1/tags/cats')).json.following).toBe(false);
	});

	it('counts the use of hashtags', async () => {
		scene.sandbox.addPost({ account: scene.author, hashtags: ['cats'] });
		const { json } = await scene.ask('GET /api/v1/trends/tags');
		expect(json[0].history[0]).toEqual({ day: '1767225600', uses: '1', accounts: '1' });
	});

	it('fetches an unknown post by its address when told to resolve', async () => {
		const post = scene.sandbox.addPost({ account: scene.author, hashtags: ['cats'], known: false });
		const search = `GET /api/v2/search?type=statuses&q=${encodeURIComponent(post.url)}`;
		expect((await scene.ask(search)).json.statuses).toEqual([]);
		expect((await scene.ask('GET /api/v1/timelines/tag/cats')).json).toEqual([]);
		expect((await scene.ask(`${search}&resolve=true`)).json.statuses).toMatchObject([{ id: post.id }]);
		expect((await scene.ask('GET /api/v1/timelines/tag/cats')).json).toHaveLength(1);
		expect((await scene.ask(`${search}&resolve=true`, { token: null })).status).toBe(401);
	});

	it('finds accounts and hashtags by how they begin', async () => {
		scene.sandbox.addPost({ account: scene.author, hashtags: ['cats'] });
		expect((await scene.ask('GET /api/v2/search?q=@auth')).json.accounts).toMatchObject([
			{ acct: 'author@far.example' },
		]);
		expect((await scene.ask('GET /api/v2/search?q=%23ca')).json.hashtags).toMatchObject([{ name: 'cats' }]);
	});

	it('looks accounts up, follows them and tells the relationship', async () => {
		const { id } = (await scene.ask('GET /api/v1/accounts/lookup?acct=author@far.example')).json;
		expect((await scene.ask(`POST /api/v1/accounts/${id}/follow`)).json.following).toBe(true);
		expect((await scene.ask(`GET /api/v1/accounts/relationships?id[]=${id}`)).json).toMatchObject([
			{ following: true },
		]);
		expect((await scene.ask(`POST /api/v1/accounts/${id}/unfollow`)).json.following).toBe(false);
		expect((await scene.ask(`GET /api/v1/accounts/${id}`)).json).not.toHaveProperty('noindex');
	});

	it('asks a locked account first', async () => {
		const locked = scene.sandbox.addAccount({ username: 'locked', locked: true });
		const { json } = await scene.ask(`POST /api/v1/accounts/${locked.id}/follow`);
		expect(json).toMatchObject({ following: false, requested: true });
	});

	it('adds followed accounts to a list, once', async () => {
		const list = (await scene.ask('POST /api/v1/lists', { body: { title: 'New' } })).json;
		const add = () =>
			scene.ask(`POST /api/v1/lists/${list.id}/accounts`, { body: { account_ids: [scene.author.id] } });
		const statuses = [(await add()).status];
		scene.sandbox.relate(scene.booster, 'follows', scene.author);
		statuses.push((await add()).status, (await add()).status);
		expect(statuses).toEqual([404, 200, 422]);
		expect((await scene.ask('GET /api/v1/lists')).json).toMatchObject([{ title: 'New' }]);
	});

	it('refuses JSON that is none', async () => {
		const headers = { 'content-type': 'application/json' };
		const response = await fetch(`${scene.sandbox.url}/api/v1/apps`, { method: 'POST', headers, body: '{' });
		expect(response.status).toBe(400);
	});
});
