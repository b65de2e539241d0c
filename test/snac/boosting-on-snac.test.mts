import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { runAction, type ActionRun } from '../runner/run-action.mts';
import { Federation } from './federation.mts';
import { recordedBoosters } from './recorded-boosters.mts';
import type { SnacStatus } from './snac-status.mts';

interface Boosted {
	readonly uri: string;
	readonly hashtags: readonly string[];
	readonly createdAt: string;
}

const HASHTAG = 'introduction';

/** Two servers that know nothing of this project; each scenario goes on where the one before has ended. */
describe('boosting on real snac servers', () => {
	let folder = '';
	let federation: Federation;
	const written: SnacStatus[] = [];

	beforeAll(async () => {
		folder = await mkdtemp(join(tmpdir(), 'boosting-on-snac-'));
		federation = await Federation.start();
		written.push(...(await federation.write(HASHTAG, 'Hello', 'Good morning', 'Good evening')));
	}, 150_000);

	afterAll(async () => {
		// Nothing to close where snac is missing.
		await (federation as Federation | undefined)?.close();
		await rm(folder, { recursive: true, force: true });
	}, 20_000);

	it('boosts each new post once, the oldest first', async () => {
		const run = await boost('state.json');

		expect(boosted(run).map((post) => post.uri)).toEqual(written.map((post) => post.uri));
		expect(run.outputs['boosted-count']).toBe('3');
		expect(boosted(run)[0]?.hashtags).toContain(HASHTAG);
		expect(new Date(boosted(run)[0]?.createdAt ?? '')).toEqual(new Date(written[0]?.created_at ?? ''));
		await expectEachBoostedOnce();
	}, 120_000);

	it('boosts nothing in a second run', async () => {
		const run = await boost('state.json');

		expect(run.outputs['boosted-count']).toBe('0');
		await expectEachBoostedOnce();
	}, 120_000);

	it('boosts what was written in between', async () => {
		const posts = await federation.write(HASHTAG, 'Good night');
		written.push(...posts);

		const run = await boost('state.json');

		expect(boosted(run).map((post) => post.uri)).toEqual(posts.map((post) => post.uri));
		await expectEachBoostedOnce();
	}, 120_000);

	it('boosts nothing twice when its state was evicted', async () => {
		const run = await boost('evicted.json');

		expect(run.outputs['boosted-count']).toBe('0');
		await expectEachBoostedOnce();
	}, 120_000);

	// From its first boost on, the tag timeline shows a post only inside of the last booster's boost.
	it('boosts a post that somebody else has boosted before', async () => {
		const [post] = (await federation.write(HASHTAG, 'Greetings')) as [SnacStatus];
		const [entry] = (await federation.eve.tagTimeline(HASHTAG)) as [SnacStatus];
		await federation.eve.boost(entry.id);

		const run = await boost('state.json');

		expect(boosted(run).map(({ uri }) => uri)).toEqual([post.uri]);
		await federation.settle();
		const received = await federation.ada.boostsReceived(post.id);
		expect(received.sort()).toEqual(['bob', 'eve'].map((name) => federation.away.user(name).actorUrl));
	}, 120_000);

	// snac answers 422 with an empty body to a wrong token, where others answer 401.
	it('ends with one clear sentence when the token is wrong, and keeps the token to itself', async () => {
		const token = 'not-the-token';

		const run = await runAction({ inputs: { ...inputs('refused.json'), 'access-token': token } });

		expect(run.exitCode).toBe(1);
		expect(run.stdout).toMatch(/^::error.*access-token/m);
		expectNotPrinted(run, token);
	}, 60_000);

	function inputs(stateFile: string): Record<string, string> {
		return {
			instance: federation.away.url,
			'access-token': federation.bob.token,
			hashtags: `#${HASHTAG}`,
			'state-file': join(folder, stateFile),
			// All posts are of one author.
			'max-boosts-per-author': '50',
		};
	}

	async function boost(stateFile: string): Promise<ActionRun> {
		const run = await runAction({ inputs: inputs(stateFile) });
		if (run.exitCode !== 0 || run.post?.exitCode !== 0)
			throw new Error(`The steps ended with ${run.exitCode} and ${run.post?.exitCode}:\n${log(run)}`);
		expectNotPrinted(run, federation.bob.token);
		return run;
	}

	function expectNotPrinted(run: ActionRun, token: string): void {
		expect(log(run).replaceAll(`::add-mask::${token}`, '') + run.summary).not.toContain(token);
	}

	function log({ stdout, stderr, post }: ActionRun): string {
		return stdout + stderr + (post?.stdout ?? '') + (post?.stderr ?? '');
	}

	function boosted(run: ActionRun): Boosted[] {
		return JSON.parse(run.outputs['boosted'] ?? '[]') as Boosted[];
	}

	async function expectEachBoostedOnce(): Promise<void> {
		await federation.settle();
		const { ada, away, home } = federation;
		const bob = away.user('bob');
		for (const { id, uri } of written) {
			expect(await ada.boostsReceived(id)).toEqual([bob.actorUrl]);
			expect(await ada.boosters(id)).toEqual([bob.actorUrl]);
			expect(await recordedBoosters(home, uri, [bob])).toEqual(['bob']);
		}
	}
});
