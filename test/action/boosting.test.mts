import { afterEach, describe, expect, it } from '@jest/globals';
import * as profiles from '../sandbox/profiles.mts';
import { HOUR, idsOf, MINUTE, Scene } from './scene.mts';

const { mastodon, gotosocial, portable } = profiles;

describe.each(Object.entries({ mastodon, gotosocial, portable }))(
	'the bundled Action on %s',
	(_name, profile) => {
		let scene: Scene;
		afterEach(() => scene.close());

		it('works off a backlog of 130 posts in three runs, none lost, none twice', async () => {
			scene = await Scene.open(profile);
			const posts = scene.posts(130);
			const inputs = { 'max-boosts': '60' };
			const queued: unknown[] = [];
			for (let run = 0; run < 3; run++) {
				const { outputs } = await scene.run({ inputs });
				queued.push([outputs['boosted-count'], outputs['queued-count']]);
			}
			expect(queued).toEqual([
				['60', '70'],
				['60', '10'],
				['10', '0'],
			]);
			expect(scene.boosted()).toEqual(idsOf(posts));
		});
	},
);

describe('the bundled Action on Mastodon', () => {
	let scene: Scene;
	afterEach(() => scene.close());

	it.each(['public', 'unlisted', 'private'])('boosts with the visibility %s', async (visibility) => {
		scene = await Scene.open();
		scene.post(1);
		await scene.run({ inputs: { visibility } });
		expect(scene.sandbox.boosts()).toMatchObject([{ visibility }]);
	});

	it.each([
		[4, 1],
		[8, 2],
	])('asks for %i hashtags in %i timeline requests and one other when idle', async (count, timelines) => {
		scene = await Scene.open();
		const hashtags = Array.from({ length: count }, (_, index) => `tag${index}`);
		for (const hashtag of hashtags) scene.post(5, { hashtags: [hashtag] });
		const inputs = { hashtags: hashtags.join(',') };
		await scene.run({ inputs });
		scene.sandbox.clearRequests();
		const idle = await scene.run({ inputs });
		expect(idle.outputs['boosted-count']).toBe('0');
		const asked = scene.asked();
		expect(asked.filter((request) => request.includes('/timelines/tag/'))).toHaveLength(timelines);
		expect(asked).toHaveLength(timelines + 1);
	});

	it('loses no post of a server that calls itself Mastodon and ignores any[]', async () => {
		scene = await Scene.open({
			...profiles.mastodon,
			timeline: { ...profiles.mastodon.timeline, any: null, all: null, none: null },
		});
		const inputs = { hashtags: 'cats dogs birds' };
		const first = scene.post(9);
		await scene.run({ inputs });
		const others = ['dogs', 'birds'].map((hashtag, index) => scene.post(5 - index, { hashtags: [hashtag] }));
		await scene.run({ inputs });
		expect(scene.boosted()).toEqual(idsOf([first, ...others]));
	});

	it('finds posts of a hashtag that the server meets for the first time after the first run', async () => {
		scene = await Scene.open();
		const inputs = { hashtags: 'cats dogs' };
		await scene.run({ inputs });
		const cat = scene.post(3);
		await scene.run({ inputs });
		const dog = scene.post(2, { hashtags: ['dogs'] });
		await scene.run({ inputs });
		expect(scene.boosted()).toEqual([cat.id, dog.id]);
	});

	it('does not look further back than the initial window, not even in later runs', async () => {
		scene = await Scene.open();
		scene.post(30);
		const inputs = { 'initial-window': '0s' };
		await scene.run({ inputs });
		const post = scene.post(0);
		await scene.run({ inputs });
		expect(scene.boosted()).toEqual([post.id]);
	});

	it('leaves posts alone that are older than max-age', async () => {
		scene = await Scene.open();
		scene.post(130);
		const run = await scene.run({ inputs: { 'max-age': '2h' } });
		expect(scene.boosted()).toEqual([]);
		expect(run.outputs).toMatchObject({ 'boosted-count': '0' });
	});

	it('keeps within four requests for a hundred posts that it already knows', async () => {
		scene = await Scene.open();
		scene.posts(100);
		await scene.run({ inputs: { 'max-boosts': '100', lookback: '3h' } });
		scene.sandbox.clearRequests();
		await scene.run({ inputs: { lookback: '3h' } });
		expect(scene.asked()).toHaveLength(4);
	});

	it('goes on when one post is refused', async () => {
		scene = await Scene.open();
		const posts = scene.posts(3);
		scene.sandbox.faults.add({
			match: { method: 'POST', path: `/api/v1/statuses/${posts[0]!.id}/reblog` },
			kind: 'status',
			status: 403,
			body: { error: 'This action is not allowed' },
		} as never);
		const run = await scene.run();
		expect(run).toMatchObject({ exitCode: 0, outputs: { 'boosted-count': '2', 'failed-count': '1' } });
		expect(scene.boosted()).toEqual(idsOf(posts.slice(1)));
		const report = JSON.parse(run.reportText!);
		expect(report.posts).toContainEqual(
			expect.objectContaining({ uri: posts[0]!.uri, decision: 'failed', reason: 'not-allowed' }),
		);
	});

	it('stops at a rate limit, keeps the rest, and goes on in the next window', async () => {
		scene = await Scene.open();
		const posts = scene.posts(6);
		scene.sandbox.setRateLimit({ bucket: 'token', limit: 6, windowMs: HOUR });
		const run = await scene.run();
		expect(run).toMatchObject({ exitCode: 0 });
		const made = scene.boosted().length;
		expect(made).toBeGreaterThan(0);
		expect(made).toBeLessThan(6);
		expect(run.outputs['queued-count']).toBe(String(6 - made));
		expect(run.summary).toContain('rate limit was reached');
		scene.sandbox.setRateLimit({ bucket: 'token', limit: 300, windowMs: 5 * MINUTE });
		await scene.run();
		expect(scene.boosted()).toEqual(idsOf(posts));
	});
});
