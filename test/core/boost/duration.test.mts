import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { formatDuration, parseDuration } from '../../../core/boost/duration';

describe('parseDuration', () => {
	it.each([
		['0s', 0],
		['90s', 90_000],
		['15m', 900_000],
		['24h', 86_400_000],
		['7d', 604_800_000],
		['366d', 31_622_400_000],
		[' 5 M ', 300_000],
	])('reads %s', (text, milliseconds) => {
		expect(parseDuration(text)).toBe(milliseconds);
	});

	it.each(['', '5', 'm', '-5m', '1.5h', '1h30m', '5 minutes', '367d', '9999999999s', '٥m', '5ſ', '1e3s'])(
		'refuses "%s"',
		(text) => {
			expect(parseDuration(text)).toBeUndefined();
		},
	);
});

describe('formatDuration', () => {
	it.each([
		[0, '0s'],
		[90_000, '90s'],
		[900_000, '15m'],
		[86_400_000, '1d'],
		[90_000_000, '25h'],
	])('writes %d in the largest whole unit', (milliseconds, text) => {
		expect(formatDuration(milliseconds)).toBe(text);
	});

	it('writes what parseDuration reads', () => {
		fc.assert(
			fc.property(fc.integer({ min: 0, max: 31_622_400 }), (seconds) => {
				return parseDuration(formatDuration(seconds * 1000)) === seconds * 1000;
			}),
		);
	});
});
