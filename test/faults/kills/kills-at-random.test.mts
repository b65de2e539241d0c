import { afterAll, describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import type { Boundary } from '../../sandbox/request-hooks.mts';
import { effort } from '../effort.mts';
import { inParallel } from './in-parallel.mts';
import { killAndSettle } from './kill-and-settle.mts';
import type { Kill, Moment } from './kill.mts';
import { SIGNALS } from './kill.mts';
import { nameOf, storyKinds } from './story-kinds.mts';
import type { Undisturbed } from './undisturbed.mts';
import { undisturbed } from './undisturbed.mts';

const { seed, factor } = effort();
const KINDS = storyKinds(factor);
/** Stories of each kind; one to three runs are killed in each. */
const STORIES = 18 * factor;
/** In all. Some moments come too late, because the run has ended before. */
const LEAST_KILLS = 200 * factor;
const WIDTH = 2;
let made = 0;

afterAll(() => {
	console.log(`Kills at random moments: ${made} in ${STORIES * KINDS.length} stories, seed ${seed}.`);
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
			const stories = fc.sample(killsDuring(run), { seed: seed + index, numRuns: STORIES });
			const aftermaths = await inParallel(stories, WIDTH, (kills) => killAndSettle(kind, kills));
			expect({ story: name, seed, problems: aftermaths.flatMap(({ problems }) => problems) }).toEqual({
				story: name,
				seed,
				problems: [],
			});
			made += aftermaths.reduce((sum, { struck }) => sum + struck, 0);
		},
		600_000 * factor,
	);

	it(`counts ${LEAST_KILLS} kills at least`, () => {
		expect(made).toBeGreaterThanOrEqual(LEAST_KILLS);
	});
});
