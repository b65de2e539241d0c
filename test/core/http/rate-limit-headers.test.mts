import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { rateLimitOf, retryAfterOf, serverDelay } from '../../../core/http/rate-limit-headers';
import { NOON } from '../../fakes/fake-clock.mts';

const DAY = 86_400_000;

const limits = (remaining: string, reset: string, limit = '300') => ({
	'x-ratelimit-limit': limit,
	'x-ratelimit-remaining': remaining,
	'x-ratelimit-reset': reset,
});

describe('rateLimitOf', () => {
	it('reads the ISO time of Mastodon, with its six decimals', () => {
		expect(rateLimitOf(limits('299', '2026-03-10T12:05:00.123456Z'), NOON)).toEqual({
			limit: 300,
			remaining: 299,
			resetsAt: NOON + 300_123,
		});
	});

	it('reads seconds since the epoch', () => {
		expect(rateLimitOf(limits('1', String(NOON / 1000 + 60)), NOON)?.resetsAt).toBe(NOON + 60_000);
	});

	it('reads seconds from now', () => {
		expect(rateLimitOf(limits('1', '60'), NOON)?.resetsAt).toBe(NOON + 60_000);
	});

	it('takes what remains for the limit where the limit is not told', () => {
		const { 'x-ratelimit-limit': _, ...headers } = limits('7', '60');
		expect(rateLimitOf(headers, NOON)?.limit).toBe(7);
	});

	it.each(['', 'many', '-1', '1.5', '9'.repeat(13)])('knows no limit where "%s" remains', (remaining) => {
		expect(rateLimitOf(limits(remaining, '60'), NOON)).toBeUndefined();
	});

	it.each([
		'',
		'tomorrow',
		'9'.repeat(13),
		'-5',
		'abc 1',
		'1.5',
		'2026-03-10',
		'10 March 2026',
		'2026-13-10T12:05:00Z',
	])('knows no limit where it resets at "%s"', (reset) => {
		expect(rateLimitOf(limits('1', reset), NOON)).toBeUndefined();
	});

	it('reads a time with spaces around it', () => {
		expect(rateLimitOf(limits('1', '  2026-03-10T12:05:00Z  '), NOON)?.resetsAt).toBe(NOON + 300_000);
	});

	it.each(['2026-03-12T12:00:00Z', '+275760-09-13T00:00:00Z', '999999999999'])(
		'believes in no window that ends after a day (%s)',
		(reset) => {
			const resetsAt = rateLimitOf(limits('1', reset), NOON)?.resetsAt ?? NOON;
			expect(resetsAt - NOON).toBeLessThanOrEqual(DAY);
		},
	);

	it('knows no limit without headers', () => {
		expect(rateLimitOf({}, NOON)).toBeUndefined();
	});

	it('makes numbers of whatever a server writes, or nothing', () => {
		fc.assert(
			fc.property(fc.string(), fc.string(), fc.string(), (remaining, reset, limit) => {
				const read = rateLimitOf(limits(remaining, reset, limit), NOON);
				return read === undefined || Object.values(read).every((value) => Number.isSafeInteger(value));
			}),
		);
	});
});

describe('retryAfterOf', () => {
	it('reads seconds', () => {
		expect(retryAfterOf({ 'retry-after': '30' }, NOON)).toBe(30_000);
	});

	it('reads an HTTP date', () => {
		expect(retryAfterOf({ 'retry-after': 'Tue, 10 Mar 2026 12:00:30 GMT' }, NOON)).toBe(30_000);
	});

	it('waits no time until a date that is past', () => {
		expect(retryAfterOf({ 'retry-after': 'Tue, 10 Mar 2026 11:00:00 GMT' }, NOON)).toBe(0);
	});

	it('reads parts of a second', () => {
		expect(retryAfterOf({ 'retry-after': '1.5' }, NOON)).toBe(1_500);
	});

	it.each(['999999999', 'Thu, 12 Mar 2026 12:00:00 GMT'])('waits a day at most (%s)', (value) => {
		expect(retryAfterOf({ 'retry-after': value }, NOON)).toBe(DAY);
	});

	it.each(['', 'soon', '1e3', '-5', 'abc 1', '1.', '9'.repeat(80)])('reads nothing from "%s"', (value) => {
		expect(retryAfterOf({ 'retry-after': value }, NOON)).toBeUndefined();
	});
});

describe('serverDelay', () => {
	it('prefers Retry-After', () => {
		expect(serverDelay({ 'retry-after': '5', ...limits('0', '60') }, NOON)).toBe(5_000);
	});

	it('waits for the end of a window that is used up', () => {
		expect(serverDelay(limits('0', '60'), NOON)).toBe(60_000);
	});

	it('tells nothing of a window that is not used up', () => {
		expect(serverDelay(limits('1', '60'), NOON)).toBeUndefined();
	});

	it('tells nothing without headers', () => {
		expect(serverDelay({}, NOON)).toBeUndefined();
	});
});
