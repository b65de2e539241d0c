import fc from 'fast-check';
import type { RawOptions } from '../../../core/index';

/** How a run is set up: what an operator writes, and the machine that it runs on. */
export interface Setting {
	/** As the inputs of the Action, without instance, token and hashtags. */
	readonly inputs: RawOptions;
	readonly hashtags: readonly string[];
	/** Milliseconds by which the clock of the machine differs from the server's. */
	readonly skew: number;
	/** Seed of the host's `random`. */
	readonly luck: number;
}

/** None is a part of another, and one is written with an accent that Mastodon folds. */
export const HASHTAGS = [
	'cats',
	'dogs',
	'birds',
	'sénégal',
	'fish',
	'cows',
	'newhere',
	'bees',
	'introduction',
];

export const hashtagLists: fc.Arbitrary<readonly string[]> = fc.oneof(
	{ weight: 2, arbitrary: fc.constant([HASHTAGS[0]!]) },
	{ weight: 3, arbitrary: fc.uniqueArray(fc.constantFrom(...HASHTAGS), { minLength: 1, maxLength: 3 }) },
	{ weight: 1, arbitrary: fc.uniqueArray(fc.constantFrom(...HASHTAGS), { minLength: 4, maxLength: 9 }) },
);

const flag = fc.constantFrom('false', 'true');

const inputs: fc.Arbitrary<RawOptions> = fc.record({
	match: fc.constantFrom('any', 'any', 'any', 'all'),
	'max-boosts': fc.constantFrom('20', '1', '3', '100'),
	'max-boosts-per-author': fc.constantFrom('2', '0', '0', '1', '5'),
	lookback: fc.constantFrom('1h', '0s', '10m', '6h'),
	'initial-window': fc.constantFrom('24h', '0s', '1h', '7d'),
	'min-age': fc.constantFrom('0s', '0s', '0s', '10m', '2h'),
	'max-age': fc.constantFrom('30d', '30d', '3d'),
	'include-bots': flag,
	'include-replies': flag,
	'include-sensitive': flag,
	'exclude-hashtags': fc.constantFrom('', 'spam'),
	consent: fc.constantFrom('opt-out', 'none'),
	visibility: fc.constantFrom('public', 'unlisted', 'private'),
	'on-rate-limit': fc.constantFrom('stop', 'wait'),
	'max-wait': fc.constantFrom('5m', '0s', '30m'),
});

export const settings: fc.Arbitrary<Setting> = fc.record({
	inputs,
	hashtags: hashtagLists,
	skew: fc.constantFrom(0, 0, 0, 5_400_000, -5_400_000),
	luck: fc.nat(),
});
