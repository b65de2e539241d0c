import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import type { IDataObject } from 'n8n-workflow';
import { DAY, MINUTE, NodeScene } from '../fakes-n8n/node-scene.mts';
import * as profiles from '../sandbox/profiles.mts';

const newPost = { event: 'newPost', hashtags: 'cats' };

/** What n8n keeps over a restart. */
const restarted = (staticData: IDataObject) => JSON.parse(JSON.stringify(staticData)) as IDataObject;
const urisOf = (items: readonly IDataObject[] | null) => (items ?? []).map(({ uri }) => uri);

describe.each(Object.entries(profiles))('Mastodon Trigger on %s', (_name, profile) => {
	let scene: NodeScene;
	beforeEach(async () => {
		scene = await NodeScene.open(profile);
	});
	afterEach(() => scene.close());

	/** Posts that are written now, one after the other. */
	const writeNow = (count: number) =>
		Array.from({ length: count }, (_, index) => scene.post({ createdAt: Date.now() + index }));

	it('starts from now, and gives each new post once, over restarts and server faults', async () => {
		scene.post({ createdAt: Date.now() - 5 * MINUTE });
		let staticData: IDataObject = {};
		expect(await scene.poll(newPost, staticData)).toBeNull();
		const first = writeNow(3);
		staticData = restarted(staticData);
		const found = urisOf(await scene.poll(newPost, staticData));
		expect(found.sort()).toEqual(first.map(({ uri }) => uri).sort());
		const second = writeNow(2);
		scene.sandbox.faults.add({
			kind: 'status',
			status: 401,
			body: { error: 'x' },
			match: { path: '/api/v1/timelines' },
		});
		await expect(scene.poll(newPost, staticData)).rejects.toThrow('refused the access token');
		staticData = restarted(staticData);
		expect(urisOf(await scene.poll(newPost, staticData)).sort()).toEqual(second.map(({ uri }) => uri).sort());
		expect(await scene.poll(newPost, staticData)).toBeNull();
	});

	it('gives two hundred posts that came between two polls, the oldest first', async () => {
		const staticData: IDataObject = {};
		await scene.poll(newPost, staticData);
		const posts = writeNow(200);
		const found = (await scene.poll(newPost, staticData)) ?? [];
		expect(urisOf(found).sort()).toEqual(posts.map(({ uri }) => uri).sort());
		// Posts of one second have no order that every server tells.
		const seconds = found.map(({ created_at: at }) => Math.floor(Date.parse(String(at)) / 1000));
		expect(seconds).toEqual([...seconds].sort((a, b) => a - b));
		expect(await scene.poll(newPost, restarted(staticData))).toBeNull();
	});

	it('finds the first post of each new member in a long backlog', async () => {
		const young = () => scene.author({ createdAt: Date.now() - 2 * DAY });
		const often = young();
		const posts = Array.from({ length: 300 }, (_, index) =>
			scene.post({
				createdAt: Date.now() - (400 - index) * 10_000,
				account: index % 50 === 7 ? often : young(),
			}),
		);
		const options = { initialWindow: '24h' };
		const found = await scene.poll({ event: 'newMember', hashtags: 'cats', options }, {});
		const first = posts.filter(({ account }, index) => account !== often || index === 7);
		expect(urisOf(found)).toEqual(first.map(({ uri }) => uri));
	});
});

describe('Mastodon Trigger', () => {
	let scene: NodeScene;
	beforeEach(async () => {
		scene = await NodeScene.open();
	});
	afterEach(() => scene.close());

	it('looks back as far as it is told to', async () => {
		const post = scene.post({ createdAt: Date.now() - 2 * 3_600_000 });
		const options = { initialWindow: '24h' };
		expect(urisOf(await scene.poll({ ...newPost, options }, {}))).toEqual([post.uri]);
	});

	it('passes on the posts that meet the options, whole when asked to', async () => {
		const parameters = { ...newPost, hashtags: 'cats, dogs', simplify: false, options: { match: 'all' } };
		const staticData: IDataObject = {};
		await scene.poll(parameters, staticData);
		scene.post({ createdAt: Date.now() });
		const both = scene.post({ createdAt: Date.now(), hashtags: ['cats', 'dogs'] });
		const found = await scene.poll(parameters, staticData);
		expect(found).toMatchObject([{ id: both.id, tags: [{ name: 'cats' }, { name: 'dogs' }] }]);
	});

	it('passes on posts that the account boosted by itself meanwhile', async () => {
		const staticData: IDataObject = {};
		await scene.poll(newPost, staticData);
		const post = scene.post({ createdAt: Date.now() });
		scene.sandbox.addBoost({ account: scene.me, post });
		expect(urisOf(await scene.poll(newPost, staticData))).toEqual([post.uri]);
	});

	it('keeps what is known of a hashtag when another one is added', async () => {
		const staticData: IDataObject = {};
		await scene.poll(newPost, staticData);
		const post = scene.post({ createdAt: Date.now() });
		const found = await scene.poll({ ...newPost, hashtags: 'cats dogs' }, staticData);
		expect(urisOf(found)).toEqual([post.uri]);
	});

	it('gives the first post of each new member, and of nobody else', async () => {
		const newMember = { event: 'newMember', hashtags: 'cats', newMembersWithin: '7d' };
		let staticData: IDataObject = {};
		await scene.poll(newMember, staticData);
		const young = scene.author({ createdAt: Date.now() - 2 * DAY });
		const first = scene.post({ account: young, createdAt: Date.now() });
		scene.post({ account: young, createdAt: Date.now() + 1 });
		scene.post({ account: scene.author({ createdAt: Date.now() - 30 * DAY }), createdAt: Date.now() });
		expect(urisOf(await scene.poll(newMember, staticData))).toEqual([first.uri]);
		staticData = restarted(staticData);
		scene.post({ account: young, createdAt: Date.now() });
		expect(await scene.poll(newMember, staticData)).toBeNull();
	});

	it('shows the newest posts in a test, as they are, and touches no state', async () => {
		const posts = Array.from({ length: 9 }, (_, index) =>
			scene.post({ createdAt: Date.now() - index * MINUTE }),
		);
		const staticData: IDataObject = {};
		const shown = await scene.poll(newPost, staticData, 'manual');
		expect(urisOf(shown)).toEqual(posts.slice(0, 5).map(({ uri }) => uri));
		expect(staticData).toEqual({});
		expect(scene.sandbox.requests.every(({ method }) => method === 'GET')).toBe(true);
	});

	it('says in a test that there is nothing to show', async () => {
		await expect(scene.poll(newPost, {}, 'manual')).rejects.toThrow('No recent post with these hashtags');
	});

	it('finds nothing a second time while a poll is under way', async () => {
		const staticData: IDataObject = {};
		await scene.poll(newPost, staticData);
		scene.post({ createdAt: Date.now() });
		const both = await Promise.all([scene.poll(newPost, staticData), scene.poll(newPost, staticData)]);
		expect(both.flatMap(urisOf)).toHaveLength(1);
	});

	it.each([
		['no hashtag', { hashtags: ' ' }, 'Input "Hashtags": it is required and is empty.'],
		[
			'an age that is none',
			{ event: 'newMember', newMembersWithin: 'a week' },
			'Input "New Members Within": "a week" is no duration',
		],
	])('refuses %s in one sentence', async (_what, parameters, sentence) => {
		await expect(scene.poll({ ...newPost, ...parameters }, {})).rejects.toThrow(sentence);
	});

	it('changes no state when the server fails', async () => {
		const staticData: IDataObject = {};
		await scene.poll(newPost, staticData);
		const before = restarted(staticData);
		scene.post({ createdAt: Date.now() });
		scene.sandbox.faults.add({
			kind: 'wrong-shape',
			json: { posts: 1 },
			match: { path: '/api/v1/timelines' },
		});
		await expect(scene.poll(newPost, staticData)).rejects.toThrow("an answer that is not Mastodon's");
		expect(staticData).toEqual(before);
	});
});
