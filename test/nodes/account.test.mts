import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { MINUTE, NodeScene } from '../fakes-n8n/node-scene.mts';
import type { Account } from '../sandbox/account.mts';

describe('Mastodon > Account', () => {
	let scene: NodeScene;
	let author: Account;
	beforeEach(async () => {
		scene = await NodeScene.open();
		author = scene.author({ displayName: 'Ada', note: '<p>I <b>write</b></p>' });
	});
	afterEach(() => scene.close());

	const locate = (mode: string, value: string) => ({ __rl: true, mode, value });

	it.each([
		['its handle', () => locate('handle', '@author1@far.example')],
		['its handle without @', () => locate('handle', 'author1@far.example')],
		['its ID', () => locate('id', author.id)],
		['its address', () => locate('url', author.url)],
		['a handle as plain text', () => locate('', '@author1@far.example')],
	])('gets an account by %s', async (_how, account) => {
		const [found] = await scene.run({ resource: 'account', operation: 'get', account: account() });
		expect(found).toMatchObject({
			id: author.id,
			acct: 'author1@far.example',
			note: 'I write',
			display_name: 'Ada',
		});
	});

	it('gets an account of the instance by its handle and its address', async () => {
		for (const account of [locate('handle', 'me'), locate('url', scene.me.url)]) {
			const [found] = await scene.run({ resource: 'account', operation: 'get', account, simplify: false });
			expect(found).toMatchObject({ id: scene.me.id, username: 'me', avatar_static: expect.any(String) });
		}
	});

	it('asks the other server for an account that the instance never met', async () => {
		const path = '/api/v1/accounts/lookup';
		scene.sandbox.faults.add({
			kind: 'status',
			status: 404,
			body: { error: 'Record not found' },
			match: { path },
		});
		const account = locate('handle', '@author1@far.example');
		const [found] = await scene.run({ resource: 'account', operation: 'get', account });
		expect(found?.id).toBe(author.id);
	});

	it('follows with options, tells the relationship, and unfollows', async () => {
		const account = locate('id', author.id);
		const options = { reblogs: false, notify: true };
		const [followed] = await scene.run({ resource: 'account', operation: 'follow', account, options });
		expect(followed).toMatchObject({ id: author.id, following: true });
		expect(scene.sandbox.requests.at(-1)?.body).toEqual(options);
		const [relationship] = await scene.run({ resource: 'account', operation: 'getRelationship', account });
		expect(relationship).toMatchObject({ id: author.id, following: true, followed_by: false });
		const [unfollowed] = await scene.run({ resource: 'account', operation: 'unfollow', account });
		expect(unfollowed).toMatchObject({ following: false });
	});

	it('gets all posts of an account page by page', async () => {
		const posts = Array.from({ length: 90 }, (_, index) =>
			scene.post({ account: author, createdAt: Date.now() - index * MINUTE }),
		);
		const parameters = { resource: 'account', operation: 'getManyPosts', account: locate('id', author.id) };
		const all = await scene.run({ ...parameters, returnAll: true });
		expect(all.map(({ id }) => id)).toEqual(posts.map(({ id }) => id));
		expect(await scene.run({ ...parameters, limit: 45 })).toHaveLength(45);
	});

	it('filters the posts of an account', async () => {
		const wanted = scene.post({ account: author, media: 1 });
		scene.post({ account: author });
		scene.post({ account: author, media: 1, hashtags: ['dogs'] });
		scene.post({ account: author, media: 1, inReplyTo: wanted.id });
		scene.sandbox.addBoost({ account: author, post: scene.post({ media: 1 }) });
		const filters = { exclude_reblogs: true, exclude_replies: true, only_media: true, tagged: '#cats' };
		const parameters = { resource: 'account', operation: 'getManyPosts', account: locate('id', author.id) };
		const found = await scene.run({ ...parameters, returnAll: true, filters });
		expect(found.map(({ id }) => id)).toEqual([wanted.id]);
	});

	it('puts a followed account on a list', async () => {
		scene.sandbox.relate(scene.me, 'follows', author);
		scene.me.lists.push({ id: '12', title: 'Friends', accountIds: new Set() });
		const parameters = { resource: 'account', operation: 'addToList', account: locate('id', author.id) };
		const [added] = await scene.run({ ...parameters, list: locate('list', '12') });
		expect(added).toEqual({ added: true, account_id: author.id, list_id: '12' });
		expect([...scene.me.lists[0]!.accountIds]).toEqual([author.id]);
	});

	it('says that only followed accounts can be on a list', async () => {
		scene.me.lists.push({ id: '12', title: 'Friends', accountIds: new Set() });
		const parameters = { resource: 'account', operation: 'addToList', account: locate('id', author.id) };
		await expect(scene.run({ ...parameters, list: locate('id', '12') })).rejects.toThrow(
			`has no list 12, or no followed account ${author.id}, that this account can see`,
		);
	});
});
