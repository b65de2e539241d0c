import fc from 'fast-check';
import { oddText } from './odd-text.mts';

export type Json = string | number | boolean | null | readonly Json[] | { readonly [name: string]: Json };

/** Stands for a value that is nested as deeply as JSON can be read but not written. */
const DEEP_LIST = '@deep list';
const DEEP_BOOST = '@deep boost';
const DEPTH = 10_000;

const oddNumber = fc.oneof(
	fc.constantFrom(-1, -0.5, 0.5, 1.9, 1e21, 1e308, -1e308, 5e-324, 2 ** 53, 8.64e15, 8.64e15 + 1, -8.64e15),
	fc.double({ noNaN: true }),
	fc.integer(),
);

/** Any JSON value, most of them of a wrong type. */
export const oddJson: fc.Arbitrary<Json> = fc.oneof(
	{ weight: 6, arbitrary: oddText },
	{ weight: 4, arbitrary: oddNumber },
	{ weight: 4, arbitrary: fc.constantFrom<Json>(null, true, false, [], {}, [null], [[]], [{}]) },
	{
		weight: 2,
		arbitrary: fc.constantFrom<Json>({ toString: 1 }, { __proto__: null, constructor: {} }, { length: 9 }),
	},
	{ weight: 2, arbitrary: fc.constantFrom<Json>(DEEP_LIST, DEEP_BOOST) },
	{ weight: 3, arbitrary: fc.jsonValue({ maxDepth: 3 }) as fc.Arbitrary<Json> },
);

/** The text of a value, as a server would send it. */
export function jsonText(value: Json): string {
	return JSON.stringify(value)
		.replaceAll(`"${DEEP_LIST}"`, () => '['.repeat(DEPTH) + ']'.repeat(DEPTH))
		.replaceAll(
			`"${DEEP_BOOST}"`,
			() =>
				`${'{"id":"1","uri":"x:1","created_at":"2026-03-10","reblog":'.repeat(DEPTH)}null${'}'.repeat(DEPTH)}`,
		);
}
