import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { DAY, MINUTE, NodeScene } from '../fakes-n8n/node-scene.mts';
import * as profiles from '../sandbox/profiles.mts';

describe('Mastodon > Hashtag', () => {
	let scene: NodeScene;
	beforeEach(async () => {
		scene = await NodeScene.open();
	});
	afterEach(() => scene.close());

	const byName = (value: string) => ({ __rl: true, mode: 'name', value });

	it('gets a hashtag with its week summed up', async () => {
		scene.post();
		scene.post();
		const parameters = { resource: 'hashtag', operation: 'get', hashtag: byName('#Cats') };
		const [simple] = await scene.run(parameters);
		expect(simple).toMatchObject({ name: 'cats', following: false, uses_in_week: 2 });
		const [raw] = await scene.run({ ...parameters, simplify: false });
		expect(raw?.history).toHaveLength(7);
	});

	it('follows, lists and unfollows hashtags', async () => {
		for (const name of ['cats', 'Sénégal', 'dogs']) {
			await scene.run({ resource: 'hashtag', operation: 'follow', hashtag: byName(name) });
		}
		const [unfollowed] = await scene.run({
			resource: 'hashtag',
			operation: 'unfollow',
			hashtag: byName('dogs'),
		});
		expect(unfollowed).toMatchObject({ name: 'dogs', following: false });
		const followed = await scene.run({ resource: 'hashtag', operation: 'getManyFollowed', returnAll: true });
		expect(followed.map(({ name }) => name)).toEqual(['cats', 'senegal']);
		const limited = await scene.run({ resource: 'hashtag', operation: 'getManyFollowed', limit: 1 });
		expect(limited).toHaveLength(1);
	});

	it('takes no more than an ID from the header that leads to the next page of followed hashtags', async () => {
		const path = '/api/v1/followed_tags';
		const link = '<https://evil.example/api/v1/followed_tags?max_id=17>; rel="next"';
		const tag = (name: string) => ({ name, url: '' });
		scene.sandbox.faults.add({
			kind: 'status',
			status: 200,
			body: [tag('a')],
			headers: { link },
			match: { path },
		});
		scene.sandbox.faults.add({ kind: 'status', status: 200, body: [tag('b')], match: { path } });
		const followed = await scene.run({ resource: 'hashtag', operation: 'getManyFollowed', returnAll: true });
		expect(followed.map(({ name }) => name)).toEqual(['a', 'b']);
		expect(scene.sandbox.requests.map(({ query }) => query.get('max_id'))).toEqual([null, '17']);
	});
});

describe.each(Object.entries(profiles))('Mastodon > Hashtag > Get Many Posts on %s', (_name, profile) => {
	let scene: NodeScene;
	beforeEach(async () => {
		scene = await NodeScene.open(profile);
	});
	afterEach(() => scene.close());

	const parameters = {
		resource: 'hashtag',
		operation: 'getManyPosts',
		hashtag: { __rl: true, mode: 'url', value: 'https://far.example/tags/Cats' },
	};

	it('pages through all posts, the newest first', async () => {
		const author = scene.author({ bot: true, note: '#nobot' });
		const posts = Array.from({ length: 95 }, (_, index) =>
			scene.post({ account: author, createdAt: Date.now() - (95 - index) * DAY, sensitive: true }),
		).reverse();
		const found = await scene.run({ ...parameters, returnAll: true });
		expect(found.map(({ uri }) => uri)).toEqual(posts.map(({ uri }) => uri));
	});

	it('stops at the limit', async () => {
		for (let index = 0; index < 50; index++) scene.post({ createdAt: Date.now() - index * MINUTE });
		expect(await scene.run({ ...parameters, limit: 3 })).toHaveLength(3);
		const pages = scene.sandbox.requests.filter(({ path }) => path.startsWith('/api/v1/timelines/'));
		expect(pages).toHaveLength(1);
	});

	it('keeps the filters that were added, and no others', async () => {
		const wanted = scene.post({ language: 'fr', media: 1 });
		scene.post({ language: 'fr' });
		scene.post({ language: 'en', media: 1 });
		scene.post({ language: 'fr', media: 1, account: scene.author({ bot: true }) });
		const filters = { languages: 'fr', onlyMedia: true, includeBots: false };
		const found = await scene.run({ ...parameters, returnAll: true, filters });
		expect(found.map(({ uri }) => uri)).toEqual([wanted.uri]);
	});
});
