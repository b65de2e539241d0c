import fc from 'fast-check';

/** How a request goes wrong. `isDone`: it took effect first. */
export type Trouble =
	/** The connection never came about. */
	| { readonly kind: 'refused' }
	/** There was a connection, but no complete answer. */
	| { readonly kind: 'lost'; readonly isDone: boolean }
	| {
			readonly kind: 'status';
			readonly status: number;
			readonly isDone: boolean;
			readonly headers: Readonly<Record<string, string>>;
	  }
	/** An answer, but not what was asked for. */
	| { readonly kind: 'body'; readonly body: string };

/** Trouble that meets requests of a run, counted from 0. */
export interface Strike {
	readonly at: number;
	readonly times: number;
	readonly trouble: Trouble;
}

/**
 * Only what a server says when something is wrong. One that lies ("there is no such post", "this timeline is
 * empty") is believed, and no program can do better.
 */
const troubles: fc.Arbitrary<Trouble> = fc.oneof(
	fc.constant<Trouble>({ kind: 'refused' }),
	fc.boolean().map((isDone): Trouble => ({ kind: 'lost', isDone })),
	fc
		.record({
			status: fc.constantFrom(500, 502, 503, 504, 408),
			isDone: fc.boolean(),
			headers: fc.constantFrom({}, { 'retry-after': '20' }),
		})
		.map((answer): Trouble => ({ kind: 'status', ...answer })),
	fc
		.record({
			status: fc.constantFrom(429, 401, 422, 302),
			headers: fc.constantFrom(
				{},
				{ 'retry-after': '120' },
				{ 'x-ratelimit-limit': '300', 'x-ratelimit-remaining': '0', 'x-ratelimit-reset': '240' },
			),
		})
		.map((answer): Trouble => ({ kind: 'status', isDone: false, ...answer })),
	fc
		.constantFrom('{"id":"1","account":{', '', '<html></html>', 'null', '{}', '"text"', '[null]')
		.map((body): Trouble => ({ kind: 'body', body })),
);

export const strikes: fc.Arbitrary<readonly Strike[]> = fc.array(
	fc.record({
		at: fc.oneof(fc.nat(5), fc.nat(30)),
		times: fc.constantFrom(1, 1, 2, 4, 12),
		trouble: troubles,
	}),
	{ maxLength: 4, size: 'max' },
);
