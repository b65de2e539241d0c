import type { Parameters } from 'fast-check';
import { effort } from '../faults/effort.mts';

/** How often a property is tried, and from which seed. `SOAK` makes ten times as many, `SEED` repeats a failure. */
export function fuzzRuns(count: number): Pick<Parameters<unknown>, 'seed' | 'numRuns'> {
	const { seed, factor } = effort();
	return { seed, numRuns: count * factor };
}
