import { afterAll, describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import type { Boundary } from '../../sandbox/request-hooks.mts';
import { effort } from '../effort.mts';
import { inParallel } from '../in-parallel.mts';
import { itIsTold } from '../../tell-number.mts';
import type { Aftermath } from './kill-and-settle.mts';
import { killAndSettle } from './kill-and-settle.mts';
import type { Kill, Moment } from './kill.mts';
import { SIGNALS } from './kill.mts';
import { nameOf, storyKinds } from './story-kinds.mts';
import type { Undisturbed } from './undisturbed.mts';
import { undisturbed } from './undisturbed.mts';

const { seed, factor } = effort();
const KINDS = storyKinds(factor);
/** Of each kind, 200 in all in the short form. Not every moment counts: some runs end before it comes. */
const ENOUGH = Math.ceil((200 * factor) / KINDS.length);
const BATCH = 6;
const WIDTH = 2;
let kills = 0;
let stories = 0;

afterAll(() => {
	console.log(`Kills at random moments: ${kills} in ${stories} stories, seed ${seed}.`);
});

/** Half of them somewhere in the run's time, half some milliseconds after a boundary, wherever time is spent. */
function killsDuring({ requests, duration }: Undisturbed): fc.Arbitrary<Kill[]> {
	const boundary = fc.constantFrom<Boundary>('received', 'worked', 'answered');
	const delay = fc.integer({ min: 0, max: 15 });
	const moment = fc.oneof<fc.Arbitrary<Moment>[]>(
		fc.record({ milliseconds: fc.integer({ min: 0, max: Math.round(duration) }) }),
		fc.record({ nth: fc.integer({ min: 1, max: requests.length }), boundary, delay }),
	);
	const kill = fc.record({ signal: fc.constantFrom(...SIGNALS), post: fc.boolean(), moment });
	return fc.array(kill, { minLength: 1, maxLength: 3 });
}

describe('Killed at any moment, and again, it has boosted each post once when it comes to rest', () => {
	it.each(KINDS.map((kind, index) => [nameOf(kind), kind, index] as const))(
		'%s',
		async (name, kind, index) => {
			const run = await undisturbed(kind);
			expect(run.problems).toEqual([]);
			const drawn = fc.sample(killsDuring(run), { seed: seed + index, numRuns: 5 * ENOUGH });
			const aftermaths: Aftermath[] = [];
			const struck = () => aftermaths.reduce((sum, aftermath) => sum + aftermath.struck, 0);
			while (struck() < ENOUGH && drawn.length > 0) {
				const batch = drawn.splice(0, BATCH);
				aftermaths.push(...(await inParallel(batch, WIDTH, (row) => killAndSettle(kind, row))));
			}
			kills += struck();
			stories += aftermaths.length;
			const problems = aftermaths.flatMap((aftermath) => aftermath.problems);
			expect({ story: name, seed, problems }).toEqual({ story: name, seed, problems: [] });
			expect(struck()).toBeGreaterThanOrEqual(ENOUGH);
		},
		1_200_000 * factor,
	);
});

describe('The number of kills', () => itIsTold('Kills at random moments', () => kills));
