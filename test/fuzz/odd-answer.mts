import fc from 'fast-check';
import type { HttpResponse } from '../../core/ports/http';
import { mutated } from './mutated.mts';
import type { Json } from './odd-json.mts';
import { jsonText, oddJson } from './odd-json.mts';
import { oddText } from './odd-text.mts';

/** Headers that are read, with any text in them. */
export const oddHeaders: fc.Arbitrary<Record<string, string>> = fc.dictionary(
	fc.constantFrom(
		'date',
		'link',
		'location',
		'retry-after',
		'www-authenticate',
		'x-ratelimit-limit',
		'x-ratelimit-remaining',
		'x-ratelimit-reset',
		'__proto__',
		'constructor',
	),
	oddText,
	{ maxKeys: 5 },
);

const errorText: Json = { error: 'The token lacks scopes', error_description: 'why' };

/** Mostly answers of success with a spoilt example as body. */
export function oddAnswer(example: Json): fc.Arbitrary<HttpResponse> {
	return fc.record({
		status: fc.oneof(
			{ weight: 5, arbitrary: fc.constant(200) },
			{
				weight: 2,
				arbitrary: fc.constantFrom(
					100,
					202,
					204,
					206,
					301,
					308,
					400,
					401,
					403,
					404,
					408,
					410,
					422,
					500,
					503,
					599,
				),
			},
		),
		headers: oddHeaders,
		body: fc.oneof(
			{ weight: 1, arbitrary: fc.constant(jsonText(example)) },
			{ weight: 6, arbitrary: mutated(example).map(jsonText) },
			{ weight: 1, arbitrary: mutated(errorText).map(jsonText) },
			{ weight: 1, arbitrary: oddJson.map(jsonText) },
			{ weight: 1, arbitrary: oddText },
			// Cut where a connection might be.
			{ weight: 1, arbitrary: fc.nat({ max: 2_000 }).map((length) => jsonText(example).slice(0, length)) },
		),
	});
}
