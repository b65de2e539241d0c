import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import type { QueueEntry } from '../../../core/boost/queue';
import { byAge, nextTurn, oneTooMany, pickFair, roomLeft } from '../../../core/boost/queue';
import { NOON } from '../../fakes/fake-clock.mts';

const entry = (id: string, age: number, changes: Partial<QueueEntry> = {}): QueueEntry => ({
	id,
	uri: `x:${id}`,
	acct: `author${id}`,
	createdAt: NOON - age * 60_000,
	hashtags: ['cats'],
	tries: 0,
	unsure: false,
	deferred: false,
	...changes,
});
const ids = (queue: readonly QueueEntry[]) => queue.map(({ id }) => id).join('');
const anyShare = () => Infinity;
const queues = fc
	.array(
		fc.record({
			age: fc.integer({ min: 0, max: 50 }),
			acct: fc.constantFrom('ada', 'bob', 'eve'),
			hashtags: fc.uniqueArray(fc.constantFrom('cats', 'dogs', 'birds'), { minLength: 1 }),
		}),
		{ maxLength: 40 },
	)
	.map((all) => all.map(({ age, ...rest }, index) => entry(String(index), age, rest)));

describe('byAge', () => {
	it('puts the oldest first, and the lower id where two are as old', () => {
		const queue = [entry('10', 1), entry('9', 1), entry('8', 0), entry('7', 5)];
		expect([...queue].sort(byAge).map(({ id }) => id)).toEqual(['7', '9', '10', '8']);
	});
});

describe('pickFair', () => {
	it('picks the oldest, oldest first', () => {
		expect(ids(pickFair([entry('a', 1), entry('b', 3), entry('c', 2)], 2, anyShare))).toBe('bc');
	});

	it('lets hashtags take turns', () => {
		const busy = [entry('a', 9), entry('b', 8), entry('c', 7)];
		const quiet = entry('q', 1, { hashtags: ['dogs'] });
		expect(ids(pickFair([...busy, quiet], 2, anyShare))).toBe('aq');
	});

	it('gives what a quiet hashtag leaves to the busy one', () => {
		const busy = [entry('a', 9), entry('b', 8), entry('c', 7)];
		expect(ids(pickFair([...busy, entry('q', 1, { hashtags: ['dogs'] })], 4, anyShare))).toBe('abcq');
	});

	it('lets an author who had a share wait', () => {
		const queue = [entry('a', 9, { acct: 'ada' }), entry('b', 8, { acct: 'ada' }), entry('c', 7)];
		expect(ids(pickFair(queue, 3, (acct) => (acct === 'ada' ? 1 : 2)))).toBe('ac');
		expect(ids(pickFair(queue, 3, (acct) => (acct === 'ada' ? 0 : 2)))).toBe('c');
	});

	it('picks nothing where nothing may be boosted', () => {
		expect(pickFair([entry('a', 1)], 0, anyShare)).toEqual([]);
		expect(pickFair([], 5, anyShare)).toEqual([]);
	});

	it('never exceeds a limit, never picks twice, and never leaves out what fits', () => {
		fc.assert(
			fc.property(
				queues,
				fc.integer({ min: 0, max: 50 }),
				fc.integer({ min: 0, max: 5 }),
				(queue, most, share) => {
					const picked = pickFair(queue, most, () => share);
					const perAuthor = (acct: string) => picked.filter((one) => one.acct === acct).length;
					expect(new Set(picked).size).toBe(picked.length);
					expect(picked.length).toBeLessThanOrEqual(most);
					expect(picked).toEqual([...picked].sort(byAge));
					for (const one of queue) {
						expect(perAuthor(one.acct)).toBeLessThanOrEqual(share);
						if (picked.length < most && !picked.includes(one)) expect(perAuthor(one.acct)).toBe(share);
					}
				},
			),
		);
	});

	it('does not depend on the order of the queue', () => {
		fc.assert(
			fc.property(queues, fc.integer({ min: 0, max: 20 }), (queue, most) => {
				expect(ids(pickFair([...queue].reverse(), most, anyShare))).toBe(
					ids(pickFair(queue, most, anyShare)),
				);
			}),
		);
	});
});

describe('nextTurn', () => {
	const turn = (queue: readonly QueueEntry[], most = 5, share = Infinity) =>
		ids(nextTurn(queue, most, () => share));
	const unsure = { unsure: true };
	const deferred = { deferred: true };

	it('finds out first what may have been boosted already, whatever its author had', () => {
		const queue = [entry('a', 9), entry('b', 7, unsure), entry('c', 8, unsure)];
		expect(turn(queue, 5, 0)).toBe('cb');
		expect(turn(queue, 1)).toBe('c');
	});

	it('takes what could not be looked at when nothing else is left', () => {
		const late = entry('a', 9, deferred);
		expect(turn([late, entry('b', 8)])).toBe('b');
		expect(turn([late])).toBe('a');
	});

	it('finds out about a boost that could not be looked at after all others, whatever its author had', () => {
		const late = entry('a', 9, { ...unsure, ...deferred });
		expect(turn([late, entry('b', 8)])).toBe('b');
		expect(turn([late, entry('b', 8)], 5, 0)).toBe('a');
		expect(turn([late, entry('b', 9, deferred)])).toBe('a');
	});

	it('takes nothing where no boost is left', () => {
		expect(turn([entry('a', 1), entry('b', 1, unsure), entry('c', 1, deferred)], 0)).toBe('');
	});
});

describe('any queue', () => {
	const marked = fc
		.tuple(queues, fc.array(fc.record({ unsure: fc.boolean(), deferred: fc.boolean() }), { minLength: 40 }))
		.map(([queue, marks]) => queue.map((one, index) => ({ ...one, ...marks[index] })));
	const bounds = [fc.integer({ min: 1, max: 50 }), fc.integer({ min: 0, max: 5 })] as const;

	it('has every post turn up in time, each once, where nothing holds it up', () => {
		fc.assert(
			fc.property(marked, ...bounds, (queue, most, share) => {
				const told: QueueEntry[] = [];
				for (let left = queue; ; left = left.filter((one) => !told.includes(one))) {
					const next = nextTurn(left, most, () => share);
					expect(next.length).toBeLessThanOrEqual(most);
					if (next.length === 0) break;
					told.push(...next);
				}
				expect(new Set(told).size).toBe(told.length);
				expect(queue.filter((one) => !told.includes(one) && (one.unsure || share > 0))).toEqual([]);
			}),
		);
	});

	it('makes room by the youngest post of an author who has the most, and more than a fair share', () => {
		fc.assert(
			fc.property(queues, fc.integer({ min: 0, max: 20 }), (queue, share) => {
				const countOf = (name: string) => queue.filter(({ acct }) => acct === name).length;
				const most = Math.max(0, ...queue.map(({ acct }) => countOf(acct)));
				const one = oneTooMany(queue, share);
				expect(one === undefined).toBe(most <= share);
				if (!one) return;
				expect(countOf(one.acct)).toBe(most);
				expect(
					queue.every((other) => other === one || other.acct !== one.acct || byAge(other, one) < 0),
				).toBe(true);
			}),
		);
	});
});

describe('oneTooMany', () => {
	it('is the youngest post of the author with the most', () => {
		const queue = [
			entry('a', 9, { acct: 'ada' }),
			entry('b', 1, { acct: 'ada' }),
			entry('c', 5, { acct: 'ada' }),
			entry('d', 0, { acct: 'bob' }),
		];
		expect(oneTooMany(queue, 2)?.id).toBe('b');
	});

	it('is none where nobody has more than a fair share', () => {
		expect(oneTooMany([entry('a', 1, { acct: 'ada' }), entry('b', 1, { acct: 'ada' })], 2)).toBeUndefined();
		expect(oneTooMany([], 0)).toBeUndefined();
	});
});

describe('roomLeft', () => {
	it('shrinks by the texts of an entry and a little more', () => {
		const empty = roomLeft([]);
		expect(empty - roomLeft([entry('a', 1)])).toBe(
			'a'.length + 'x:a'.length + 'authora'.length + 'cats'.length + 30,
		);
	});

	it('falls below 0 where more came than had room', () => {
		expect(roomLeft([entry('a', 1, { uri: 'x'.repeat(100_000) })])).toBeLessThan(0);
	});
});
