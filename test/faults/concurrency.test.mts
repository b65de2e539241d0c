import { afterAll, describe, expect, it } from '@jest/globals';
import type { ActionRun } from '../runner/run-action.mts';
import * as profiles from '../sandbox/profiles.mts';
import { effort } from './effort.mts';
import { killAndSettle } from './kills/kill-and-settle.mts';
import type { StoryKind } from './kills/story.mts';
import { Story } from './kills/story.mts';
import { undisturbed } from './kills/undisturbed.mts';
import { lockStep } from './lock-step.mts';
import { itIsTold } from '../tell-number.mts';

const { factor } = effort();
const SERVERS = Object.entries(profiles);
const { mastodon, akkoma, gotosocial, hollo, snac, portable } = profiles;
/** The short form has one of each kind: those that boost once or twice, and tell, hide or repeat it. */
const HAND_IN_HAND =
	factor > 1 ? SERVERS : Object.entries({ mastodon, akkoma, gotosocial, hollo, snac, portable });
const BOUNDARIES = factor > 1 ? (['received', 'worked', 'answered'] as const) : (['worked'] as const);
const PARALLEL = HAND_IN_HAND.flatMap(([server, profile]) =>
	(['first run', 'later run'] as const).flatMap((chapter) =>
		(['cache', 'file'] as const).map(
			(store) => [server, chapter, store, { profile, chapter, store }] as const,
		),
	),
);
const IN_USE = 'Another run uses the state file';
let scenarios = 0;
const doubled: string[] = [];

afterAll(() => {
	console.log(
		`Concurrency: ${scenarios} scenarios. Doubles in lock-step without "concurrency", state in the cache: ${doubled.join(', ') || 'none'}.`,
	);
});

/** Two runs of one configuration that go through their requests at the same time. */
async function together(story: Story): Promise<ActionRun[]> {
	const { sandbox, booster } = story.scene;
	const other = sandbox.addToken({ account: booster, scopes: ['read', 'write'] });
	const stop = lockStep(sandbox);
	return Promise.all([
		story.disturbedRun().finally(stop),
		story.disturbedRun({ inputs: { 'access-token': other } }).finally(stop),
	]);
}

describe('With "concurrency", the second run waits for the first one:', () => {
	it.each(SERVERS)('nothing is lost or doubled on %s', async (_server, profile) => {
		scenarios++;
		const story = await Story.open({ profile, chapter: 'later run', store: 'cache' });
		const stop = story.scene.sandbox.faults.when(({ path }, boundary) => {
			if (boundary === 'worked' && path.endsWith('/reblog')) story.arrive();
		});
		const runs = [await story.disturbedRun(), await story.disturbedRun()];
		stop();
		const problems = [...(await story.settle()), ...story.doubles()];
		await story.close();
		expect(runs.map(({ exitCode, outputs }) => [exitCode, outputs.state])).toEqual([
			[0, 'restored'],
			[0, 'restored'],
		]);
		expect(problems).toEqual([]);
	});
});

describe('With "cancel-in-progress", the second run starts after the post step of the first one:', () => {
	it.each(SERVERS)('nothing is lost or doubled on %s, cancelled at a boost', async (_server, profile) => {
		const kind: StoryKind = { profile, chapter: 'later run', store: 'cache' };
		const { requests } = await undisturbed(kind);
		const [, second] = requests.filter(({ name }) => name.endsWith('/reblog'));
		for (const boundary of BOUNDARIES) {
			scenarios++;
			const moment = { nth: second!.nth, boundary };
			const aftermath = await killAndSettle(kind, [{ signal: 'SIGINT', post: true, moment }]);
			expect(aftermath).toEqual({ struck: 1, problems: [] });
		}
	});
});

describe('Without "concurrency", two runs that go hand in hand', () => {
	it.each(PARALLEL)('on %s, %s, with a %s', async (server, chapter, store, kind) => {
		scenarios++;
		const story = await Story.open(kind);
		const runs = await together(story);
		const problems = await story.settle();
		const doubles = story.doubles();
		await story.close();
		expect(runs.map(({ exitCode, stderr }) => [exitCode, stderr])).toEqual([
			[0, ''],
			[0, ''],
		]);
		expect(problems).toEqual([]);
		if (store === 'cache' && kind.profile.reblog.repeat === 'new-boost') {
			doubled.push(`${doubles.length} on ${server} (${chapter})`);
			return;
		}
		expect(doubles).toEqual([]);
		const idle = runs.filter(({ stdout }) => stdout.includes(`::warning::${IN_USE}`));
		expect(idle.map(({ outputs }) => [outputs.state, outputs['boosted-count']])).toEqual(
			store === 'file' ? [['unavailable', '0']] : [],
		);
	});
});

describe('The number of scenarios', () =>
	itIsTold('Two runs of the Action at the same time', () => scenarios));
