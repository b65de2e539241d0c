import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import type { IDataObject } from 'n8n-workflow';
import { NodeApiError, NodeOperationError } from 'n8n-workflow';
import { NodeScene } from '../fakes-n8n/node-scene.mts';

describe('Errors of the Mastodon node', () => {
	let scene: NodeScene;
	beforeEach(async () => {
		scene = await NodeScene.open();
	});
	afterEach(() => scene.close());

	const get = (id: string) => ({
		resource: 'post',
		operation: 'get',
		post: { __rl: true, mode: 'id', value: id },
	});
	const failureOf = async (
		parameters: IDataObject | IDataObject[],
	): Promise<NodeApiError | NodeOperationError> =>
		scene.run(parameters).then(
			() => {
				throw new Error('It did not fail');
			},
			(error: NodeApiError) => error,
		);

	describe('of three items in fifty', () => {
		const LOST = [7, 23, 49];
		const fifty = () =>
			Array.from({ length: 50 }, (_, item) => get(LOST.includes(item) ? '404' : scene.post().id));

		it('make fifty linked items where the workflow goes on', async () => {
			scene.sandbox.setRateLimit({ bucket: 'token', limit: Infinity, windowMs: 1000 });
			const items = await scene.items(fifty(), { continueOnFail: true });
			expect(items.map(({ pairedItem }) => pairedItem)).toEqual(items.map((_, item) => ({ item })));
			expect(items).toHaveLength(50);
			const failed = items.filter(({ json }) => 'error' in json);
			expect(failed.map(({ pairedItem }) => pairedItem)).toEqual(LOST.map((item) => ({ item })));
			expect(failed[0]?.json).toEqual({
				error: `${scene.sandbox.host} has no post 404 that this account can see (status 404: Record not found): check it, it may have been deleted or be hidden.`,
			});
			expect(failed[0]?.error).toBeInstanceOf(NodeApiError);
		});

		it('end the execution otherwise, with the item and the words of the server', async () => {
			const error = await failureOf(fifty());
			expect(error).toBeInstanceOf(NodeApiError);
			expect(error.context.itemIndex).toBe(7);
			expect(error.message).toContain('Record not found');
			expect(error).toMatchObject({
				description: 'The server says: Record not found',
				httpCode: '404',
			});
		});
	});

	it('say nothing for the server where it said nothing', async () => {
		const post = { __rl: true, mode: 'id', value: scene.post().id };
		scene.sandbox.faults.add({ kind: 'status', status: 404, body: '', match: { method: 'GET' } });
		const error = await failureOf({ resource: 'post', operation: 'get', post });
		expect(error).toMatchObject({ httpCode: '404', description: undefined });
	});

	it('say which scope a token lacks, and what the server said', async () => {
		scene.credentials.mastodonAccountApi = {
			instance: scene.sandbox.url,
			accessToken: scene.sandbox.addToken({ account: scene.me, scopes: ['read'] }),
		};
		const post = { __rl: true, mode: 'id', value: scene.post().id };
		for (const [operation, scope] of [
			['favourite', 'write:favourites'],
			['boost', 'write:statuses'],
		]) {
			const error = await failureOf({ resource: 'post', operation: operation!, post });
			expect(error.message).toContain(`says that the access token lacks the scope "${scope}"`);
			expect(error.description).toContain('This action is outside the authorized scopes');
		}
	});

	it.each([
		['an empty hashtag', { resource: 'hashtag', operation: 'getManyPosts', hashtag: '' }, 'Enter a hashtag'],
		[
			'an empty hashtag to follow',
			{ resource: 'hashtag', operation: 'follow', hashtag: '#' },
			'is no hashtag',
		],
		[
			'two hashtags',
			{ resource: 'hashtag', operation: 'get', hashtag: 'cats dogs' },
			'"cats dogs" are several hashtags: enter one.',
		],
		[
			'an address of no hashtag',
			{ resource: 'hashtag', operation: 'get', hashtag: 'https://far.example/about' },
			'is no address of a hashtag',
		],
		[
			'hashtags to boost that are none',
			{ resource: 'hashtag', operation: 'boostNewPosts', hashtags: '' },
			'Input "Hashtags": it is required and is empty.',
		],
		[
			'a wrong option',
			{ resource: 'hashtag', operation: 'boostNewPosts', hashtags: 'cats', options: { maxAge: '7 days' } },
			'Input "Max Age": "7 days" is no duration of a year at most; write 90s, 15m, 24h or 7d.',
		],
		[
			'a wrong address',
			{ resource: 'post', operation: 'findByUrl', url: 'far.example/1' },
			'"far.example/1" is no address of a post',
		],
		['no address', { resource: 'post', operation: 'findByUrl', url: '' }, 'Enter the address of a post.'],
		[
			'a post that cannot be found',
			{ resource: 'post', operation: 'findByUrl', url: 'https://far.example/1' },
			'has no post at https://far.example/1',
		],
		['no post', { resource: 'post', operation: 'boost', post: '' }, 'Enter the post'],
		[
			'an unknown account',
			{ resource: 'account', operation: 'get', account: '@nobody@far.example' },
			'has no account @nobody@far.example',
		],
		['no account', { resource: 'account', operation: 'follow', account: '' }, 'Enter the account'],
		['a handle that is none', { resource: 'account', operation: 'get', account: '@@' }, '"@@" is no handle'],
		[
			'no list',
			{ resource: 'account', operation: 'addToList', account: 'me', list: '' },
			'Choose one of your lists',
		],
		[
			'a limit of nothing',
			{ resource: 'hashtag', operation: 'getManyPosts', hashtag: 'cats', limit: 0 },
			'The limit must be a whole number from 1 on.',
		],
	])('say in one sentence what is wrong with %s', async (_what, parameters, sentence) => {
		const error = await failureOf(parameters);
		expect(error).toMatchObject({ message: expect.stringContaining(sentence) });
		expect(error.message.split('\n')).toHaveLength(1);
	});

	it('tell a token that was refused, an instance that is down, and one that is none', async () => {
		scene.sandbox.revokeToken(scene.token);
		expect((await failureOf(get('1'))).message).toContain(
			'refused the access token: check that "Access Token"',
		);
		scene.credentials.mastodonAccountApi = { instance: 'not an instance', accessToken: 'x' };
		expect((await failureOf(get('1'))).message).toContain(
			'"not an instance" of the credential is no address',
		);
		scene.credentials.mastodonAccountApi = { instance: scene.sandbox.url, accessToken: ' ' };
		expect((await failureOf(get('1'))).message).toContain('The credential is not connected yet');
	});

	it('tell a connection that was refused, without asking for ever', async () => {
		await scene.close();
		const post = { __rl: true, mode: 'id', value: '1' };
		const error = await failureOf({ resource: 'post', operation: 'favourite', post });
		expect(error.message).toContain('could not be reached (the connection was refused)');
		scene = await NodeScene.open();
	});

	it('never hold the token', async () => {
		scene.sandbox.faults.add({ kind: 'close-before', times: 9 });
		const post = { __rl: true, mode: 'id', value: '1' };
		const error = await failureOf({ resource: 'post', operation: 'favourite', post });
		expect(JSON.stringify([error, error.message, error.description, error.context])).not.toContain(
			scene.token,
		);
	});
});
