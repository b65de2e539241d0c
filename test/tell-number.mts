import { expect, it } from '@jest/globals';
import { readFileSync } from 'node:fs';
import { effort } from './faults/effort.mts';

/**
 * A test that the README's table tells of the row, which begins with these words, the number that was counted until
 * then; of a number that the machine's speed has a part in, and of the long form, no more than that.
 */
export function itIsTold(row: string, count: () => number, { isLeast = false } = {}): void {
	it(`is told by the README: ${row}`, () => {
		const { factor } = effort();
		const isExact = factor === 1 && process.env.SEED === undefined && !isLeast;
		if (isExact) expect(count()).toBe(toldNumber(row));
		else expect(count()).toBeGreaterThanOrEqual(toldNumber(row));
	});
}

/** The second cell of the row. Throws where there is none. */
export function toldNumber(row: string): number {
	const line = readFileSync('README.md', 'utf8')
		.split('\n')
		.find((text) => text.startsWith(`| ${row}`));
	const told = /^\|[^|]*\|\s*([\d,]+)/.exec(line ?? '')?.[1];
	if (told === undefined) throw new Error(`The README tells no number of "${row}"`);
	return Number(told.replaceAll(',', ''));
}
