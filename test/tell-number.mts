import { expect, it } from '@jest/globals';
import { readFileSync } from 'node:fs';

/** A test that no less was tried than the README's table tells of the row that begins with these words. */
export function itIsTold(row: string, count: () => number): void {
	it(`is told by the README: ${row}`, () => {
		expect(count()).toBeGreaterThanOrEqual(toldNumber(row));
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
