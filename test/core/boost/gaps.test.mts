import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { withGap, withoutGap, withRest } from '../../../core/boost/gaps';
import type { Gap } from '../../../core/boost/state';

const gap = (before: string, since: number, ...hashtags: string[]): Gap => ({
	hashtags: hashtags.length > 0 ? hashtags : ['cats'],
	before,
	since,
	tip: [`above ${before}`],
});
/** Gaps as runs leave them: each lies above the one before. */
const rising = (count: number) => Array.from({ length: count }, (_, index) => gap(`id${index}`, index * 10));

describe('withGap', () => {
	it('keeps a new gap behind the older ones', () => {
		expect(withGap([gap('a', 1)], gap('b', 2))).toEqual([gap('a', 1), gap('b', 2)]);
	});

	it('keeps twenty gaps as they are', () => {
		const gaps = rising(20);
		expect(withGap(gaps.slice(0, 19), gaps[19]!)).toEqual(gaps);
	});

	it('makes one of the two lowest beyond that, with all of their stretch and what was known below it', () => {
		const gaps = rising(21);
		expect(withGap(gaps.slice(0, 20), gaps[20]!)).toEqual([
			{ ...gap('id1', 0), tip: ['above id0'] },
			...gaps.slice(2),
		]);
	});

	it('merges with no gap of other hashtags', () => {
		const others = Array.from({ length: 18 }, (_, index) => gap(`o${index}`, index, 'dogs'));
		const [low, middle, high] = [gap('a', 5), gap('b', 50), gap('c', 500)];
		expect(withGap([...others, low, middle], high)).toEqual([
			...others,
			{ ...gap('b', 5), tip: ['above a'] },
			high,
		]);
	});

	it('keeps more than twenty where no two are of the same hashtags', () => {
		const others = Array.from({ length: 20 }, (_, index) => gap('a', 1, `tag${index}`));
		expect(withGap(others, gap('a', 1))).toHaveLength(21);
	});

	it('changes no list that it was given', () => {
		const gaps = rising(20);
		withGap(gaps, gap('z', 1_000));
		expect(gaps).toEqual(rising(20));
	});
});

describe('withRest', () => {
	it('puts what is left of a gap in its place, because the place tells which one is lowest', () => {
		const [low, high] = [gap('a', 1), gap('b', 2)];
		expect(withRest([low, high], low, 'a5')).toEqual([{ ...low, before: 'a5' }, high]);
	});
});

describe('withoutGap', () => {
	it('takes out that gap alone', () => {
		const [low, high] = [gap('a', 1), gap('a', 1)];
		const [left, ...none] = withoutGap([low, high], high);
		expect(left).toBe(low);
		expect(none).toEqual([]);
	});
});

describe('gaps over many runs', () => {
	/** Each run leaves a gap above the earlier ones, reads on in one, or reads one to its end. */
	const runs = fc.array(
		fc.record({
			deed: fc.constantFrom('leave', 'leave', 'leave', 'read on', 'finish'),
			hashtags: fc.constantFrom<readonly string[]>(['cats'], ['cats'], ['cats', 'dogs']),
			which: fc.nat(),
			length: fc.integer({ min: 1, max: 9 }),
			lookback: fc.integer({ min: 0, max: 3 }),
		}),
		{ maxLength: 60, size: 'max' },
	);

	it('lose no stretch, and stay few', () => {
		fc.assert(
			fc.property(runs, (all) => {
				let gaps: Gap[] = [];
				let top = 1_000;
				const unread = new Set<string>();
				const places = ({ hashtags, before, since }: Gap) =>
					Array.from({ length: Number(before) - since }, (_, index) => `${hashtags.join()} ${since + index}`);
				for (const { deed, hashtags, which, length, lookback } of all) {
					const chosen = gaps[which % Math.max(1, gaps.length)];
					if (deed === 'leave') {
						const left = gap(String(top + length), top - lookback, ...hashtags);
						top += length;
						for (const place of places(left)) unread.add(place);
						gaps = withGap(gaps, left);
					} else if (chosen) {
						const end =
							deed === 'finish' ? chosen.since : Math.max(chosen.since, Number(chosen.before) - length);
						for (const place of places({ ...chosen, since: end })) unread.delete(place);
						gaps = deed === 'finish' ? withoutGap(gaps, chosen) : withRest(gaps, chosen, String(end));
					}
					const kept = new Set(gaps.flatMap(places));
					expect([...unread].filter((place) => !kept.has(place))).toEqual([]);
					expect(gaps.length).toBeLessThanOrEqual(21);
				}
			}),
		);
	});
});
