import { afterAll, describe, expect, it } from '@jest/globals';
import { gotosocial, mastodon, portable } from '../sandbox/profiles.mts';
import { CACHE_FAULTS } from './cache/cache-faults.mts';
import type { CacheCell } from './cache/run-cache-cell.mts';
import { runCacheCell } from './cache/run-cache-cell.mts';
import { effort } from './effort.mts';
import { inParallel } from './in-parallel.mts';
import { itIsTold } from '../tell-number.mts';

const { seed, factor } = effort();
const CELLS: readonly CacheCell[] = CACHE_FAULTS.flatMap((fault) =>
	[true, false].flatMap((isWaiting) =>
		[mastodon, gotosocial, portable].map((profile) => ({ profile, isWaiting, fault })),
	),
);
const COMBINATIONS = 6;

/** In the short form every fault meets two kinds of servers, slow ones one. */
const CHOSEN = CELLS.filter(({ fault }, index) => {
	const place = (index + seed + CACHE_FAULTS.indexOf(fault)) % COMBINATIONS;
	return factor > 1 || place === 0 || (place === 2 && !fault.isSlow);
});

let ran = 0;
afterAll(() => {
	process.stdout.write(`Cache matrix: ${ran} of ${CELLS.length} cells, seed ${seed}\n`);
});

describe('The bundled Action, whatever is wrong with the Actions cache', () => {
	it('loses and doubles nothing, and tells in one warning what it did', async () => {
		const wrong: string[] = [];
		const work = async (cell: CacheCell) => {
			wrong.push(...(await runCacheCell(cell)));
			ran++;
		};
		// Those that wait for time-outs do so side by side, while the others are at work.
		const slow = CHOSEN.filter(({ fault }) => fault.isSlow);
		const quick = CHOSEN.filter(({ fault }) => !fault.isSlow);
		await Promise.all([inParallel(slow, 24, work), inParallel(quick, 2, work)]);
		expect(wrong).toEqual([]);
	}, 3_600_000);
});

describe('The number of cells', () => itIsTold('Faults of the Actions cache', () => ran));
