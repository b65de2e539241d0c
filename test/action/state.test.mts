import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { idsOf, Scene } from './scene.mts';

let scene: Scene;
let folder: string;
beforeEach(async () => {
	scene = await Scene.open();
	folder = await mkdtemp(join(tmpdir(), 'state-'));
});
afterEach(async () => {
	await scene.close();
	await rm(folder, { recursive: true });
});

/** Warnings of the main step. */
function warningsOf(stdout: string): string[] {
	return stdout.split('\n').filter((line) => line.startsWith('::warning::'));
}

describe('The state in the Actions cache', () => {
	it('is restored on a machine with other paths', async () => {
		const posts = scene.posts(3);
		const inputs = { 'max-boosts': '2' };
		await scene.run({ inputs, folder: join(folder, 'a') });
		const second = await scene.run({ inputs, folder: join(folder, 'another', 'machine') });
		expect(second.outputs).toMatchObject({ state: 'restored', 'boosted-count': '1' });
		expect(scene.boosted()).toEqual(idsOf(posts));
	});

	it('is stored under a key of its own in every run that changed it', async () => {
		scene.post(9);
		await scene.run();
		scene.post(5);
		await scene.run();
		const keys = scene.cache.entries().map(({ key }) => key);
		expect(new Set(keys).size).toBe(2);
		expect(keys[0]).toMatch(/^mastodon-hashtag-boost-v1-[0-9a-f]{20}-\d+-1-\d+$/);
	});

	it('of the default branch is not taken by another branch', async () => {
		scene.post(9);
		await scene.run();
		const other = await scene.run({ ref: 'refs/heads/trial' });
		expect(other.outputs.state).toBe('recovered');
		const first = await scene.run();
		expect(first.outputs.state).toBe('restored');
	});

	it.each([
		['hashtags', { inputs: { hashtags: 'dogs' } }],
		['jobs', { job: 'other' }],
		['workflows', { workflow: 'other' }],
		['names', { inputs: { 'cache-key': 'other' } }],
	])('is not shared by two configurations with other %s', async (_what, configuration) => {
		await scene.run();
		const other = await scene.run(configuration);
		expect(other.outputs.state).toBe('new');
		expect(scene.cache.entries()).toHaveLength(2);
	});

	it('of another account is refused, and the run goes on as after a loss', async () => {
		const inputs = { 'cache-key': 'shared' };
		scene.post(9);
		await scene.run({ inputs });
		const somebody = scene.sandbox.addAccount({ username: 'somebody' });
		const token = scene.sandbox.addToken({ account: somebody });
		const run = await scene.run({ inputs: { ...inputs, 'access-token': token } });
		expect(run).toMatchObject({ exitCode: 0, outputs: { state: 'recovered', 'boosted-count': '1' } });
		expect(warningsOf(run.stdout)).toEqual([
			expect.stringContaining('The stored state was not used: it belongs to another account.'),
		]);
	});

	it('that is corrupt is replaced, and nothing is boosted twice', async () => {
		const posts = scene.posts(3);
		await scene.run({ inputs: { 'max-boosts': '2' } });
		scene.cache.corrupt();
		const second = await scene.run();
		expect(second).toMatchObject({ exitCode: 0, outputs: { state: 'recovered', 'boosted-count': '1' } });
		expect(warningsOf(second.stdout)[0]).toContain('cannot be unpacked');
		expect((await scene.run()).outputs.state).toBe('restored');
		expect(scene.boosted()).toEqual(idsOf(posts));
	});

	it('that cannot be reached is not replaced by what a run without it knows', async () => {
		const posts = scene.posts(3);
		await scene.run({ inputs: { 'max-boosts': '1' } });
		scene.cache.setMode('down');
		const blind = await scene.run({ inputs: { 'max-boosts': '1' } });
		expect(blind).toMatchObject({ exitCode: 0, outputs: { state: 'unavailable', 'boosted-count': '1' } });
		expect(warningsOf(blind.stdout)[0]).toContain('The state could not be loaded');
		scene.cache.setMode('ok');
		expect(scene.cache.entries()).toHaveLength(1);
		expect((await scene.run()).outputs.state).toBe('restored');
		expect(scene.boosted()).toEqual(idsOf(posts));
	});

	it('is not there on a runner without a cache: the run warns and goes on', async () => {
		const posts = scene.posts(2);
		const runs = [await scene.run({ cache: null }), await scene.run({ cache: null })];
		expect(runs.map(({ exitCode, outputs }) => [exitCode, outputs.state, outputs['boosted-count']])).toEqual([
			[0, 'unavailable', '2'],
			[0, 'unavailable', '0'],
		]);
		expect(warningsOf(runs[0]!.stdout)[0]).toContain('set "state-file"');
		expect(scene.boosted()).toEqual(idsOf(posts));
	});

	it('that may only be read is told, and the next run starts from the one before', async () => {
		const posts = scene.posts(2);
		scene.cache.setMode('read-only');
		const run = await scene.run();
		expect(run.post).toMatchObject({ exitCode: 0 });
		expect(warningsOf(run.post!.stdout)[0]).toContain('The state could not be stored');
		scene.cache.setMode('ok');
		await scene.run();
		expect(scene.boosted()).toEqual(idsOf(posts));
	});

	it('is neither made nor changed by a dry run, which writes nothing and reports every post', async () => {
		const [first, second] = scene.posts(2);
		const bot = scene.post(5, { account: scene.author({ bot: true }) });
		const run = await scene.run({ inputs: { 'dry-run': 'true', 'max-boosts': '1' } });
		expect(run.exitCode).toBe(0);
		expect(scene.cache.entries()).toEqual([]);
		expect(scene.sandbox.requests.filter(({ method }) => method !== 'GET')).toEqual([]);
		const { posts } = JSON.parse(run.reportText!);
		expect(posts.map(({ uri, decision, reason }: any) => [uri, decision, reason])).toEqual([
			[bot.uri, 'skipped', 'bot'],
			[first!.uri, 'queued', 'dry-run'],
			[second!.uri, 'queued', 'max-boosts'],
		]);
	});
});

describe('The state in a file', () => {
	it('is kept between runs, and the cache is not asked', async () => {
		const posts = scene.posts(3);
		const inputs = { 'state-file': join(folder, 'deep', 'state.json'), 'max-boosts': '2' };
		await scene.run({ inputs });
		const second = await scene.run({ inputs });
		expect(second.outputs).toMatchObject({ state: 'restored', 'boosted-count': '1' });
		expect(scene.boosted()).toEqual(idsOf(posts));
		expect(scene.cache.requests).toEqual([]);
		expect(await readdir(join(folder, 'deep'))).toEqual(['state.json']);
	});

	it('that is broken is kept aside, and nothing is boosted twice', async () => {
		const posts = scene.posts(2);
		const file = join(folder, 'state.json');
		const inputs = { 'state-file': file };
		await scene.run({ inputs });
		const text = await readFile(file, 'utf8');
		await writeFile(file, text.slice(0, text.length / 2));
		const run = await scene.run({ inputs });
		expect(run).toMatchObject({ exitCode: 0, outputs: { state: 'recovered', 'boosted-count': '0' } });
		expect(warningsOf(run.stdout)[0]).toContain('The stored state was not used: it is broken');
		const aside = (await readdir(folder)).find((name) => name.startsWith('state.json.unusable-'));
		expect(await readFile(join(folder, aside!), 'utf8')).toBe(text.slice(0, text.length / 2));
		expect(scene.boosted()).toEqual(idsOf(posts));
	});

	it.each<[string, Record<string, string>]>([
		['posts in the queue', { 'max-boosts': '1' }],
		['posts that are held', { 'min-favourites': '1' }],
	])('is shared in turns by two configurations without a loss: %s', async (_what, first) => {
		const cats = scene.posts(3);
		const dogs = scene.posts(2, { hashtags: ['dogs'] });
		const file = { 'state-file': join(folder, 'state.json') };
		const runs = [
			await scene.run({ inputs: { ...file, hashtags: 'cats', ...first } }),
			await scene.run({ inputs: { ...file, hashtags: 'dogs' } }),
			await scene.run({ inputs: { ...file, hashtags: 'cats' } }),
			await scene.run({ inputs: { ...file, hashtags: 'dogs' } }),
		];
		expect(runs.map(({ exitCode }) => exitCode)).toEqual([0, 0, 0, 0]);
		expect(scene.boosted().sort()).toEqual(idsOf([...cats, ...dogs]).sort());
	});

	it('is shared in turns by configurations that want any and all of the hashtags', async () => {
		const cats = scene.posts(3);
		const both = scene.post(1, { hashtags: ['cats', 'dogs'] });
		const file = { 'state-file': join(folder, 'state.json') };
		await scene.run({ inputs: { ...file, hashtags: 'cats', 'max-boosts': '1' } });
		await scene.run({ inputs: { ...file, hashtags: 'cats dogs', match: 'all' } });
		await scene.run({ inputs: { ...file, hashtags: 'cats' } });
		expect(scene.boosted().sort()).toEqual(idsOf([...cats, both]).sort());
	});

	it('is shared by two configurations that take turns while posts go on arriving', async () => {
		const posts = scene.posts(3);
		const file = join(folder, 'state.json');
		for (const hashtags of ['cats', 'dogs', 'cats', 'dogs', 'cats', 'dogs', 'cats', 'dogs']) {
			await scene.run({ inputs: { 'state-file': file, hashtags, 'max-boosts': '3' } });
			posts.push(scene.post(1), scene.post(1, { hashtags: ['dogs'] }));
		}
		for (const hashtags of ['cats', 'dogs']) {
			await scene.run({ inputs: { 'state-file': file, hashtags } });
		}
		expect(scene.boosted().sort()).toEqual(idsOf(posts).sort());
	});

	it('that is broken stays where it is in a dry run', async () => {
		const file = join(folder, 'state.json');
		await writeFile(file, '{"broken"');
		const run = await scene.run({ inputs: { 'state-file': file, 'dry-run': 'true' } });
		expect(run).toMatchObject({ exitCode: 0 });
		expect(await readdir(folder)).toEqual(['state.json']);
	});

	it('of a newer version is refused and kept aside', async () => {
		const file = join(folder, 'state.json');
		const inputs = { 'state-file': file };
		await scene.run({ inputs });
		await writeFile(file, JSON.stringify({ ...JSON.parse(await readFile(file, 'utf8')), version: 2 }));
		const run = await scene.run({ inputs });
		expect(warningsOf(run.stdout)[0]).toContain('it is of version 2, and this program reads 1');
	});

	it('of ten busy hashtags stays under 64 kB', async () => {
		const hashtags = Array.from({ length: 10 }, (_, index) => `busy${index}`);
		const file = join(folder, 'state.json');
		const inputs = {
			hashtags: hashtags.join(' '),
			'state-file': file,
			'max-boosts': '600',
			'max-boosts-per-author': '0',
		};
		const authors = Array.from({ length: 300 }, () =>
			scene.author({ host: 'a-server-with-a-long-name.social.example' }),
		);
		for (let index = 0; index < 6000; index++) {
			const hashtag = hashtags[index % 10]!;
			scene.post((6000 - index) / 60, { account: authors[index % 300]!, hashtags: [hashtag] });
		}
		for (let run = 0; run < 3; run++) await scene.run({ inputs });
		expect((await readFile(file)).length).toBeLessThan(64_000);
	});
});
