import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import type { IDataObject } from 'n8n-workflow';
import { MINUTE, NodeScene } from '../fakes-n8n/node-scene.mts';
import * as profiles from '../sandbox/profiles.mts';

const boost = { resource: 'hashtag', operation: 'boostNewPosts', hashtags: '#cats' };

describe.each(Object.entries(profiles))('Mastodon > Hashtag > Boost New Posts on %s', (_name, profile) => {
	let scene: NodeScene;
	beforeEach(async () => {
		scene = await NodeScene.open(profile);
	});
	afterEach(() => scene.close());

	const postsOf = (count: number) =>
		Array.from({ length: count }, (_, index) =>
			scene.post({ createdAt: Date.now() - (count - index) * MINUTE }),
		);
	const boosted = () => scene.sandbox.boosts().map(({ uri }) => uri);

	it('boosts what is new once, also when n8n starts anew in between', async () => {
		let staticData: IDataObject = {};
		const first = postsOf(3);
		const items = await scene.run(boost, { staticData });
		expect(items.map(({ uri, decision }) => [uri, decision])).toEqual(
			first.map(({ uri }) => [uri, 'boosted']),
		);
		staticData = JSON.parse(JSON.stringify(staticData)) as IDataObject;
		const second = postsOf(2);
		scene.sandbox.passRateLimits();
		expect(await scene.run(boost, { staticData })).toHaveLength(2);
		expect(await scene.run(boost, { staticData })).toEqual([]);
		expect(boosted()).toEqual([...first, ...second].map(({ uri }) => uri));
	});

	it('boosts nothing twice where executions overlap, each with a memory of its own', async () => {
		const posts = postsOf(4);
		await Promise.all([scene.run(boost), scene.run(boost), scene.run(boost)]);
		expect(boosted()).toEqual(posts.map(({ uri }) => uri));
	});

	it('boosts nothing twice where the memory is lost, as after a manual run', async () => {
		const posts = postsOf(4);
		await scene.run(boost);
		await scene.run(boost);
		expect(boosted()).toEqual(posts.map(({ uri }) => uri));
	});
});

describe('Mastodon > Hashtag > Boost New Posts', () => {
	let scene: NodeScene;
	beforeEach(async () => {
		scene = await NodeScene.open();
	});
	afterEach(() => scene.close());

	it('heeds the options, and tells every decision when asked to', async () => {
		scene.post({ account: scene.author({ bot: true }) });
		const wanted = scene.post({ language: 'fr' });
		scene.post({ language: 'en' });
		const options = { languages: 'fr', visibility: 'unlisted' };
		const decisions = await scene.run({ ...boost, options, output: 'decisions' });
		expect(decisions.map(({ decision, reason }) => `${String(decision)}: ${String(reason)}`).sort()).toEqual([
			'boosted: boosted',
			'skipped: bot',
			'skipped: language',
		]);
		expect(scene.sandbox.boosts()).toMatchObject([{ uri: wanted.uri, visibility: 'unlisted' }]);
	});

	it('tells the numbers of a run when asked to', async () => {
		scene.post();
		const [summary] = await scene.run({ ...boost, output: 'summary', options: { dryRun: true } });
		expect(summary).toMatchObject({
			account: expect.stringMatching(/^me@/),
			counts: { seen: 1, queued: 1, boosted: 0 },
			reasons: { 'dry-run': 1 },
			state: 'new',
		});
		expect(summary).not.toHaveProperty('failure');
		expect(scene.sandbox.boosts()).toHaveLength(0);
	});

	it('keeps the memories of differently named configurations apart', async () => {
		const staticData: IDataObject = {};
		scene.post();
		const named = (stateName: string) => ({ ...boost, options: { stateName, dryRun: false } });
		await scene.run([named('a'), named('b')], { staticData });
		expect(Object.keys(staticData)).toEqual([
			`boosts ${scene.sandbox.host} ${scene.me.id} a`,
			`boosts ${scene.sandbox.host} ${scene.me.id} b`,
		]);
		expect(scene.sandbox.boosts()).toHaveLength(1);
	});

	it('boosts the rest when a server that failed is back', async () => {
		const staticData: IDataObject = {};
		const posts = Array.from({ length: 5 }, (_, index) =>
			scene.post({ createdAt: Date.now() - (9 - index) * MINUTE }),
		);
		scene.sandbox.faults.add({
			kind: 'html-error',
			afterWork: true,
			after: 2,
			times: 1,
			match: { path: /reblog$/ },
		});
		scene.sandbox.faults.add({ kind: 'close-before', match: { path: /reblog$/ }, after: 1, times: 1 });
		await scene.run(boost, { staticData });
		await scene.run(boost, { staticData });
		expect(
			scene.sandbox
				.boosts()
				.map(({ uri }) => uri)
				.sort(),
		).toEqual(posts.map(({ uri }) => uri).sort());
	});

	it('puts a state aside that it cannot read', async () => {
		const key = `boosts ${scene.sandbox.host} ${scene.me.id} any:cats`;
		const staticData: IDataObject = { [key]: '{"format":"other"}' };
		scene.post();
		await scene.run(boost, { staticData });
		expect(staticData[`${key} (unusable)`]).toBe('{"format":"other"}');
		expect(scene.sandbox.boosts()).toHaveLength(1);
	});

	it('fails with the sentence of what ended the run', async () => {
		scene.sandbox.revokeToken(scene.token);
		await expect(scene.run(boost)).rejects.toThrow('refused the access token');
	});
});
