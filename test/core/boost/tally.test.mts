import { describe, expect, it } from '@jest/globals';
import type { Reason } from '../../../core/boost/reasons';
import { decisionOf } from '../../../core/boost/reasons';
import type { PostReport } from '../../../core/boost/report';
import { Tally } from '../../../core/boost/tally';

const report = (id: string, reason: Reason): PostReport => ({
	id,
	uri: `x:${id}`,
	url: `x:${id}`,
	account: 'ada@remote.example',
	hashtags: ['cats'],
	createdAt: '2026-03-10T11:00:00.000Z',
	decision: decisionOf(reason),
	reason,
});

describe('Tally', () => {
	it('counts nothing at first', () => {
		const tally = new Tally(() => undefined);
		expect(tally.counts).toEqual({ seen: 0, boosted: 0, queued: 0, skipped: 0, failed: 0 });
		expect(tally.reasons).toEqual({});
	});

	it('counts decisions and reasons', () => {
		const tally = new Tally(() => undefined);
		const reasons: Reason[] = ['boosted', 'found-boosted', 'max-boosts', 'bot', 'bot', 'not-allowed'];
		for (const [index, reason] of reasons.entries()) tally.add(report(String(index), reason));
		expect(tally.counts).toEqual({ seen: 6, boosted: 2, queued: 1, skipped: 2, failed: 1 });
		expect(tally.reasons).toEqual({
			boosted: 1,
			'found-boosted': 1,
			'max-boosts': 1,
			bot: 2,
			'not-allowed': 1,
		});
	});

	it('passes on every decision at once, and keeps those alone that were boosted or failed', () => {
		const passed: PostReport[] = [];
		const tally = new Tally((post) => passed.push(post));
		const [boosted, skipped, failed] = [
			report('1', 'boosted'),
			report('2', 'bot'),
			report('3', 'not-allowed'),
		];
		for (const [index, post] of [boosted, skipped, failed].entries()) {
			tally.add(post);
			expect(passed).toHaveLength(index + 1);
		}
		expect(passed).toEqual([boosted, skipped, failed]);
		expect([tally.boosted, tally.failed]).toEqual([[boosted], [failed]]);
	});
});
