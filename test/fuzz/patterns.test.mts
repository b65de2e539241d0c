import { beforeAll, describe, expect, it } from '@jest/globals';
import { checkSync } from 'recheck';
import type { ProductPattern } from './product-patterns.mts';
import { productPatterns } from './product-patterns.mts';

/** ESLint looks at each literal alone; this is a second opinion, on everything that is put together as well. */
describe('The patterns of the product', () => {
	let patterns: readonly ProductPattern[];

	beforeAll(async () => {
		patterns = await productPatterns();
	});

	it('are all found', () => {
		const sources = patterns.map(({ source }) => source);
		expect(patterns.length).toBeGreaterThan(80);
		expect(sources).toContain('^\\s*https?://\\S+\\s*$');
		expect(sources).toContain('<[^<>]*>');
		// The core's, and the one in the expression of n8n's credentials.
		expect(sources.filter((source) => source.includes('xn--'))).toHaveLength(2);
	});

	it('take no more time than in proportion to the length of a text', () => {
		const slow = patterns.flatMap(({ place, source, flags }) => {
			const found = checkSync(source, flags);
			if (found.status === 'safe') return [];
			const why = found.status === 'vulnerable' ? found.complexity.summary : found.error.kind;
			return [`${place} ${why} /${source}/${flags}`];
		});
		expect(slow).toEqual([]);
	});
});
