import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { rateLimitOf, retryAfterOf, serverDelay } from '../../core/http/rate-limit-headers';
import { nextMaxId } from '../../nodes/Mastodon/next-max-id';
import { NOON } from '../fakes/fake-clock.mts';
import { expectTime } from './expect-sane.mts';
import { fuzzRuns } from './fuzz-runs.mts';
import { oddHeaders } from './odd-answer.mts';
import { oddText } from './odd-text.mts';

const DAY = 86_400_000;

describe('Headers of any text', () => {
	it('tell a limit that ends within a day, or none', () => {
		let read = 0;
		const numbers = fc.oneof(
			oddText,
			fc.nat().map(String),
			fc.date({ noInvalidDate: true }).map((date) => date.toISOString()),
		);
		const headers = fc.oneof(
			oddHeaders,
			fc.record({
				'x-ratelimit-remaining': numbers,
				'x-ratelimit-reset': numbers,
				'x-ratelimit-limit': numbers,
			}),
		);
		fc.assert(
			fc.property(headers, (given) => {
				const limit = rateLimitOf(given, NOON);
				if (!limit) return;
				read++;
				expectTime(limit.resetsAt);
				expect(limit.resetsAt).toBeLessThanOrEqual(NOON + DAY);
				expect(Number.isSafeInteger(limit.limit) && limit.limit >= 0).toBe(true);
				expect(Number.isSafeInteger(limit.remaining) && limit.remaining >= 0).toBe(true);
			}),
			fuzzRuns(3_000),
		);
		expect(read).toBeGreaterThan(50);
	});

	it('ask for a wait of a day at most, or for none', () => {
		const value = fc.oneof(
			oddText,
			fc.integer().map(String),
			fc.double().map(String),
			fc.date({ noInvalidDate: true }).map((date) => date.toUTCString()),
		);
		fc.assert(
			fc.property(oddHeaders, value, (headers, retryAfter) => {
				for (const given of [headers, { 'retry-after': retryAfter }]) {
					for (const delay of [retryAfterOf(given, NOON), serverDelay(given, NOON)]) {
						if (delay !== undefined) expect(delay >= 0 && delay <= DAY).toBe(true);
					}
				}
			}),
			fuzzRuns(3_000),
		);
	});

	it('lead to a next page by an id that can stand in a query, and never to one that was read', () => {
		const link = fc
			.tuple(oddText, fc.oneof(oddText, fc.nat().map(String)), oddText)
			.map(([before, id, after]) => `<https://here.example/${before}?max_id=${id}>; rel="next"${after}`);
		fc.assert(
			fc.property(fc.oneof(oddText, link), fc.array(fc.nat().map(String)), (text, before) => {
				const id = nextMaxId(text, new Set(before));
				if (id === undefined) return;
				expect(id).toMatch(/^[\w-]{1,100}$/);
				expect(before).not.toContain(id);
			}),
			fuzzRuns(2_000),
		);
		expect(nextMaxId('<https://here.example/x?max_id=7>; rel="next"', new Set())).toBe('7');
		expect(nextMaxId('<https://here.example/x?max_id=7>; rel="next"', new Set(['7']))).toBeUndefined();
	});
});
