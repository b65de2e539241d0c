import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import type { Post } from './post.mts';
import { openScene } from './scene.mts';
import type { Scene } from './scene.mts';

describe('boosting on Mastodon', () => {
	let scene: Scene;
	let post: Post;
	const boost = (id = post.id, options: Parameters<Scene['ask']>[1] = {}) =>
		scene.ask(`POST /api/v1/statuses/${id}/reblog`, options);

	beforeEach(async () => {
		scene = await openScene({ now: () => 5000 });
		post = scene.sandbox.addPost({ account: scene.author, hashtags: ['cats'] });
	});
	afterEach(() => scene.sandbox.close());

	it('answers the boost with the original inside', async () => {
		const { status, json } = await boost();
		expect(status).toBe(200);
		expect(json).toMatchObject({ account: { acct: 'booster' }, reblog: { id: post.id, reblogged: true } });
		expect(json.id).not.toBe(post.id);
	});

	it('records the boost once, however often it is asked', async () => {
		const first = await boost();
		const second = await boost();
		expect(second.json.id).toBe(first.json.id);
		expect(scene.sandbox.boosts()).toEqual([
			{
				statusId: post.id,
				uri: post.uri,
				accountId: scene.booster.id,
				visibility: 'public',
				at: 5000,
				boostId: first.json.id,
			},
		]);
	});

	it('takes the id of a boost for that of the original', async () => {
		const first = await boost();
		expect((await boost(first.json.id)).json.reblog.id).toBe(post.id);
		expect(scene.sandbox.boosts()).toHaveLength(1);
	});

	it.each([
		['JSON', { visibility: 'unlisted' }],
		['a form', new URLSearchParams({ visibility: 'unlisted' })],
	])('takes the visibility from %s', async (_name, body) => {
		await boost(post.id, { body });
		expect(scene.sandbox.boosts()[0]?.visibility).toBe('unlisted');
	});

	it('falls back on the default visibility of the account', async () => {
		scene.booster.defaultVisibility = 'private';
		await boost();
		expect(scene.sandbox.boosts()[0]?.visibility).toBe('private');
	});

	it('refuses an unknown visibility', async () => {
		expect((await boost(post.id, { body: { visibility: 'loud' } })).status).toBe(422);
	});

	it('knows nothing of posts that are gone or of authors who block the reader', async () => {
		scene.sandbox.relate(scene.author, 'blocks', scene.booster);
		const blocked = await boost();
		scene.sandbox.deletePost(post.id);
		expect([blocked.status, (await boost()).status]).toEqual([404, 404]);
		expect(blocked.json).toEqual({ error: 'Record not found' });
	});

	it('forbids boosting an author whom the reader blocks, or a private post', async () => {
		const { author, booster, sandbox } = scene;
		sandbox.relate(booster, 'follows', author);
		const hidden = sandbox.addPost({ account: author, visibility: 'private' });
		expect((await boost(hidden.id)).json).toEqual({ error: 'This action is not allowed' });
		sandbox.relate(booster, 'blocks', author);
		expect((await boost()).status).toBe(403);
	});

	it('takes a boost back, and remembers that there was one', async () => {
		await boost();
		const { json } = await scene.ask(`POST /api/v1/statuses/${post.id}/unreblog`);
		expect(json).toMatchObject({ id: post.id, reblogged: false, reblogs_count: 0 });
		expect(scene.sandbox.boosts()).toHaveLength(1);
	});

	it('shows own boosts among the posts of the account', async () => {
		await boost();
		const path = `/api/v1/accounts/${scene.booster.id}/statuses`;
		expect((await scene.ask(`GET ${path}`)).json[0].reblog.uri).toBe(post.uri);
		expect((await scene.ask(`GET ${path}?exclude_reblogs=true`)).json).toEqual([]);
	});

	it('shows the quota of posts without using it up', async () => {
		await boost();
		const { headers } = await boost();
		expect(headers.get('x-ratelimit-limit')).toBe('300');
		expect(headers.get('x-ratelimit-remaining')).toBe('300');
		expect(headers.get('x-ratelimit-reset')).toBe('1970-01-01T03:00:00.000000Z');
	});
});
