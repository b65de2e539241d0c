import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { NodeScene } from '../fakes-n8n/node-scene.mts';

describe('The lists of the forms', () => {
	let scene: NodeScene;
	beforeEach(async () => {
		scene = await NodeScene.open();
	});
	afterEach(() => scene.close());

	it('show hashtags that the account follows and those that trend, and search for others', async () => {
		scene.me.followedTags.add('birds');
		scene.post();
		const shown = await scene.list('searchHashtags');
		expect(shown.results.map(({ value }) => value)).toEqual(['birds', 'cats']);
		const found = await scene.list('searchHashtags', '#ca');
		expect(found.results).toMatchObject([
			{ name: '#cats', value: 'cats', url: expect.stringContaining('/tags/cats') },
		]);
	});

	it('show trends to a token that may not read what is followed', async () => {
		scene.credentials.mastodonAccountApi = {
			instance: scene.sandbox.url,
			accessToken: scene.sandbox.addToken({ account: scene.me, scopes: ['read:search'] }),
		};
		scene.post();
		expect((await scene.list('searchHashtags')).results).toMatchObject([{ value: 'cats' }]);
	});

	it('show the account itself, and search for others', async () => {
		const author = scene.author({ displayName: 'Ada' });
		expect((await scene.list('searchAccounts')).results).toMatchObject([
			{ name: 'me (@me)', value: scene.me.id },
		]);
		expect((await scene.list('searchAccounts', 'author')).results).toMatchObject([
			{ name: 'Ada (@author1@far.example)', value: author.id },
		]);
	});

	it('show the own posts page by page, and find others', async () => {
		const own = Array.from({ length: 45 }, (_, index) =>
			scene.post({ account: scene.me, createdAt: Date.now() - index * 60_000 }),
		);
		const first = await scene.list('searchPosts');
		const second = await scene.list('searchPosts', '', String(first.paginationToken));
		expect([...first.results, ...second.results].map(({ value }) => value)).toEqual(own.map(({ id }) => id));
		const other = scene.post({ known: false });
		expect((await scene.list('searchPosts', other.url)).results).toMatchObject([
			{ name: 'Look! #cats - @author1@far.example', value: other.id },
		]);
	});

	it('show the lists of the account', async () => {
		for (const title of ['Friends', 'Cats']) {
			scene.me.lists.push({ id: title.toLowerCase(), title, accountIds: new Set() });
		}
		expect((await scene.list('searchLists')).results).toHaveLength(2);
		expect((await scene.list('searchLists', 'CAT')).results).toEqual([{ name: 'Cats', value: 'cats' }]);
	});

	it('say what went wrong', async () => {
		scene.sandbox.revokeToken(scene.token);
		await expect(scene.list('searchLists')).rejects.toThrow('refused the access token');
	});
});
