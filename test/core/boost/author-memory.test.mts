import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { AuthorMemory } from '../../../core/boost/author-memory';
import { NOON } from '../../fakes/fake-clock.mts';

const DAY = 86_400_000;

describe('AuthorMemory', () => {
	it('counts the boosts of an author in 24 hours', () => {
		const memory = new AuthorMemory('salt');
		memory.add('ada@remote.example', NOON, false);
		memory.add('Ada@Remote.Example', NOON + 1_000, false);
		memory.add('bob@remote.example', NOON, false);
		expect(memory.boostsInDay('ada@remote.example', NOON + 60_000)).toBe(2);
		expect(memory.boostsInDay('ada@remote.example', NOON + DAY + 60_000)).toBe(0);
	});

	it('counts a boost until a day is over', () => {
		const memory = new AuthorMemory('salt');
		memory.add('ada', NOON, false);
		expect(memory.boostsInDay('ada', NOON + DAY - 1)).toBe(1);
		expect(memory.boostsInDay('ada', NOON + DAY + 60_000)).toBe(0);
	});

	it('counts a boost for 24 whole hours, whatever the second in which it was made', () => {
		const memory = new AuthorMemory('salt');
		memory.add('ada', NOON + 1, false);
		const again = AuthorMemory.from(memory.toRecord());
		expect(again.boostsInDay('ada', NOON + 1 + DAY)).toBe(1);
		expect(again.boostsInDay('ada', NOON + 60_000 + DAY)).toBe(0);
	});

	it('remembers for good only whom it is told to', () => {
		const memory = new AuthorMemory('salt');
		memory.add('ada', NOON, true);
		memory.add('bob', NOON, false);
		memory.prune(NOON + 1_000 * DAY);
		expect([memory.wasEverBoosted('ADA'), memory.wasEverBoosted('bob')]).toEqual([true, false]);
	});

	it('is the same after it was stored', () => {
		const memory = new AuthorMemory('salt');
		memory.add('ada', NOON, true);
		memory.add('bob', NOON - 3_600_000, false);
		const again = AuthorMemory.from(memory.toRecord());
		expect(again.toRecord()).toEqual(memory.toRecord());
		expect([again.boostsInDay('ada', NOON), again.boostsInDay('bob', NOON)]).toEqual([1, 1]);
		expect(again.wasEverBoosted('ada')).toBe(true);
	});

	it('says nothing of its authors in what is stored', () => {
		const memory = new AuthorMemory('salt');
		const other = new AuthorMemory('pepper');
		for (const one of [memory, other]) one.add('ada', NOON, true);
		expect(JSON.stringify(memory.toRecord())).not.toContain('ada');
		expect(memory.toRecord().ever).not.toBe(other.toRecord().ever);
	});

	it('forgets the boosts of yesterday', () => {
		const memory = new AuthorMemory('salt');
		memory.add('ada', NOON, false);
		memory.prune(NOON + 2 * DAY);
		expect(memory.toRecord().recent).toBe('');
	});

	it.each([-8.64e15, -1, 8.64e15])('keeps its record in order with a boost dated %d', (time) => {
		const memory = new AuthorMemory('salt');
		memory.add('bob', time, false);
		memory.add('ada', NOON, false);
		const record = memory.toRecord();
		expect(AuthorMemory.canRead(record)).toBe(true);
		expect(AuthorMemory.from(record).boostsInDay('ada', NOON)).toBe(1);
	});

	it('stays small: 600 boosts of a day and 10,000 authors, the latest', () => {
		const memory = new AuthorMemory('salt');
		for (let id = 0; id < 10_050; id++) memory.add(`user${id}`, NOON, true);
		memory.prune(NOON);
		const { recent, ever } = memory.toRecord();
		expect([recent.length, ever.length]).toEqual([600 * 14, 10_000 * 8]);
		expect([memory.wasEverBoosted('user49'), memory.wasEverBoosted('user50')]).toEqual([false, true]);
	});

	it('never counts fewer boosts of a day than were made, however often it was stored', () => {
		const boosts = fc.array(
			fc.record({
				account: fc.constantFrom('ada', 'bob', 'eve@remote.example'),
				pause: fc.integer({ min: 0, max: 20_000_000 }),
				isStored: fc.boolean(),
			}),
			{ maxLength: 60 },
		);
		fc.assert(
			fc.property(boosts, fc.integer({ min: 0, max: DAY }), (all, later) => {
				let memory = new AuthorMemory('salt');
				let now = NOON;
				const made: Array<{ readonly account: string; readonly at: number }> = [];
				for (const { account, pause, isStored } of all) {
					now += pause;
					memory.add(account, now, false);
					made.push({ account, at: now });
					memory.prune(now);
					if (isStored) memory = AuthorMemory.from(memory.toRecord());
				}
				for (const name of ['ada', 'bob', 'eve@remote.example']) {
					const inDay = made.filter(({ account, at }) => account === name && at > now + later - DAY);
					expect(memory.boostsInDay(name, now + later)).toBeGreaterThanOrEqual(inDay.length);
				}
			}),
		);
	});
});
