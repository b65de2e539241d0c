import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { NodeScene } from '../fakes-n8n/node-scene.mts';

describe('Mastodon > Post', () => {
	let scene: NodeScene;
	beforeEach(async () => {
		scene = await NodeScene.open();
	});
	afterEach(() => scene.close());

	const byId = (id: string) => ({ __rl: true, mode: 'id', value: id });

	it('gets a post, simplified unless told otherwise', async () => {
		const post = scene.post({ media: 1, language: 'de' });
		const parameters = { resource: 'post', operation: 'get', post: byId(post.id) };
		const [simple] = await scene.run(parameters);
		expect(simple).toMatchObject({
			id: post.id,
			url: post.url,
			text: 'Look! #cats',
			hashtags: ['cats'],
			language: 'de',
			media: [{ type: 'image' }],
			account: { acct: 'author1@far.example' },
		});
		expect(simple).not.toHaveProperty('content');
		const [raw] = await scene.run({ ...parameters, simplify: false });
		expect(raw).toMatchObject({ id: post.id, tags: [{ name: 'cats' }], media_attachments: [{}] });
	});

	it('begins with what people look for', async () => {
		const [simple] = await scene.run({ resource: 'post', operation: 'get', post: byId(scene.post().id) });
		expect(Object.keys(simple!).slice(0, 4)).toEqual(['text', 'account', 'url', 'id']);
		expect(Object.keys(simple!['account'] as object).slice(0, 3)).toEqual(['display_name', 'acct', 'url']);
	});

	it('boosts a post with the visibility chosen, and a second time not at all', async () => {
		const post = scene.post();
		const parameters = { resource: 'post', operation: 'boost', post: byId(post.id), visibility: 'unlisted' };
		const [boosted] = await scene.run(parameters);
		expect(boosted).toMatchObject({ id: post.id, reblogged: true });
		await scene.run(parameters);
		expect(scene.sandbox.boosts()).toMatchObject([{ statusId: post.id, visibility: 'unlisted' }]);
	});

	it('boosts once where the answer to the boost was lost', async () => {
		const post = scene.post();
		scene.sandbox.faults.add({ kind: 'close-after', match: { method: 'POST' } });
		const [boosted] = await scene.run({ resource: 'post', operation: 'boost', post: byId(post.id) });
		expect(boosted).toMatchObject({ id: post.id, reblogged: true });
		expect(scene.sandbox.boosts()).toHaveLength(1);
	});

	it.each([
		['favourite', 'undoFavourite', 'favourited'],
		['bookmark', 'undoBookmark', 'bookmarked'],
		['boost', 'undoBoost', 'reblogged'],
	])('does and undoes: %s, %s', async (does, undoes, flag) => {
		const post = scene.post();
		const at = { resource: 'post', post: byId(post.id) };
		expect(await scene.run({ ...at, operation: does })).toMatchObject([{ id: post.id, [flag]: true }]);
		expect(await scene.run({ ...at, operation: undoes })).toMatchObject([{ id: post.id, [flag]: false }]);
	});

	it('deletes an own post and gives its text back', async () => {
		const post = scene.post({ account: scene.me, text: 'Oops #cats' });
		const [deleted] = await scene.run({ resource: 'post', operation: 'delete', post: byId(post.id) });
		expect(deleted).toEqual({ deleted: true, id: post.id, text: 'Oops #cats', spoiler_text: '' });
		expect(scene.me.posts.size).toBe(0);
	});

	it('finds a post of another server by its address', async () => {
		const post = scene.post({ known: false });
		const [found] = await scene.run({ resource: 'post', operation: 'findByUrl', url: ` ${post.url} ` });
		expect(found).toMatchObject({ id: post.id, url: post.url });
	});

	it('takes the address of a post wherever it takes an ID', async () => {
		const remote = scene.post({ known: false });
		const own = scene.post({ account: scene.me });
		const byUrl = (value: string) => ({ __rl: true, mode: 'url', value });
		const parameters = { resource: 'post', operation: 'favourite' };
		const [first] = await scene.run({ ...parameters, post: byUrl(remote.url) });
		const [second] = await scene.run({ ...parameters, post: byUrl(own.url) });
		expect([first?.id, second?.id]).toEqual([remote.id, own.id]);
		const searches = scene.sandbox.requests.filter(({ path }) => path === '/api/v2/search');
		expect(searches).toHaveLength(1);
	});

	it('takes a plain text as an agent gives it', async () => {
		const post = scene.post();
		const [byIdText] = await scene.run({
			resource: 'post',
			operation: 'get',
			post: { __rl: true, mode: '', value: post.id },
		});
		expect(byIdText?.id).toBe(post.id);
	});
});
