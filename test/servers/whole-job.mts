import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import type { ChildProcess } from 'node:child_process';
import type { ActionRun } from '../runner/run-action.mts';
import { idsOf, Scene, type SceneRun } from '../action/scene.mts';
import type { Profile } from '../sandbox/profile.mts';

/** What the bundled Action has to do on every kind of server, whatever its quirks. */
export function describeWholeJob(profile: Profile): void {
	describe(`The bundled Action on ${profile.software.name} ${profile.software.version}`, () => {
		let scene: Scene;
		beforeEach(async () => {
			scene = await Scene.open(profile);
		});
		afterEach(() => scene.close());

		it('boosts the posts of the first run, the oldest first, and tells so', async () => {
			const posts = scene.posts(6);
			const run = await scene.run();
			expect(run).toMatchObject({ exitCode: 0, stderr: '' });
			expect(scene.boosted()).toEqual(idsOf(posts));
			expect(run.outputs).toMatchObject({ 'boosted-count': '6', 'queued-count': '0', state: 'new' });
			expect(JSON.parse(run.outputs.boosted!)[0]).toEqual({
				id: posts[0]!.id,
				uri: posts[0]!.uri,
				url: posts[0]!.url,
				account: 'author1@far.example',
				hashtags: ['cats'],
				createdAt: expect.stringMatching(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/),
			});
		});

		it('does nothing in an idle run, and stores nothing', async () => {
			const posts = scene.posts(3);
			await scene.run();
			const second = await scene.run();
			expect(second.outputs).toMatchObject({ 'boosted-count': '0', 'seen-count': '0', state: 'restored' });
			expect(scene.boosted()).toEqual(idsOf(posts));
			// Where boosts are rows of the timeline, the cursor moves past them once.
			const stored = profile.timeline.boosts === 'own-rows' ? 2 : 1;
			expect(scene.cache.entries()).toHaveLength(stored);
			const third = await scene.run();
			expect(third.post?.stdout).toContain('The state did not change');
			expect(scene.cache.entries()).toHaveLength(stored);
		});

		it('finds a post that arrives 40 minutes late', async () => {
			const early = scene.posts(3);
			await scene.run();
			const arrivedAt = profile.ids.from === 'arrival' ? Date.now() : 'created';
			const late = scene.post(40, { arrivedAt });
			scene.sandbox.passRateLimits();
			const run = await scene.run();
			expect(run.outputs['boosted-count']).toBe('1');
			expect(scene.boosted()).toEqual([...idsOf(early), late.id]);
		});

		it('loses no post of four hashtags', async () => {
			const hashtags = ['cats', 'dogs', 'birds', 'fish'];
			const options = { inputs: { hashtags: hashtags.join(' ') } };
			const first = hashtags.map((hashtag, index) => scene.post(9 - index, { hashtags: [hashtag] }));
			await runUntilIdle(scene, options);
			const second = hashtags.map((hashtag, index) => scene.post(4 - index, { hashtags: [hashtag] }));
			await runUntilIdle(scene, options);
			expect(scene.boosted().sort()).toEqual(idsOf([...first, ...second]).sort());
		});

		it('works off a backlog of more than a page, in order and within max-boosts', async () => {
			const posts = scene.posts(45);
			const runs = await runUntilIdle(scene, { inputs: { 'max-boosts': '20' } });
			expect(Math.max(...runs.map(({ outputs }) => Number(outputs['boosted-count'])))).toBeLessThanOrEqual(
				20,
			);
			expect(scene.boosted()).toEqual(idsOf(posts));
		});

		it('loses and doubles nothing when the state is lost', async () => {
			const posts = scene.posts(5);
			await scene.run({ inputs: { 'max-boosts': '3' } });
			scene.cache.evict();
			scene.sandbox.passRateLimits();
			const run = await scene.run();
			expect(run.outputs).toMatchObject({ 'boosted-count': '2', state: 'recovered' });
			expect(scene.boosted()).toEqual(idsOf(posts));
		});

		it.each([true, false])('loses and doubles nothing when it is killed (post step: %s)', async (post) => {
			const posts = scene.posts(4);
			let main: ChildProcess | undefined;
			let made = 0;
			const stop = scene.sandbox.faults.when(({ path }, boundary) => {
				if (boundary === 'worked' && path.endsWith('/reblog') && ++made === 2) main?.kill('SIGKILL');
			});
			const killed = await scene.run({ post, onMain: (child) => (main = child) });
			stop();
			expect(killed.signal).toBe('SIGKILL');
			await runUntilIdle(scene);
			expect(scene.boosted()).toEqual(idsOf(posts));
		});

		it('leaves alone what is not public, and what says no', async () => {
			const hashtags = ['cats'];
			scene.post(5, { visibility: 'unlisted', hashtags });
			scene.post(4, { visibility: 'private', hashtags });
			scene.post(3, { account: scene.author({ note: '<p>please #nobot</p>' }), hashtags });
			const post = scene.post(2);
			await runUntilIdle(scene);
			expect(scene.boosted()).toEqual([post.id]);
		});
	});
}

/** Runs, each in a new window of the server's limits, until one finds nothing to do. */
async function runUntilIdle(scene: Scene, options: SceneRun = {}): Promise<readonly ActionRun[]> {
	const runs: ActionRun[] = [];
	for (;;) {
		scene.sandbox.passRateLimits();
		const run = await scene.run(options);
		expect(run).toMatchObject({ exitCode: 0, stderr: '' });
		runs.push(run);
		const { 'boosted-count': boosted, 'queued-count': queued, 'seen-count': seen } = run.outputs;
		if (boosted === '0' && queued === '0' && seen === '0') return runs;
		if (runs.length === 12) throw new Error(`Not idle after ${runs.length} runs: ${run.stdout}`);
	}
}
