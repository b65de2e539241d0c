import { describe, expect, it } from '@jest/globals';
import { clockOffset, serverClock } from '../../../core/boost/server-clock';
import { FakeClock, NOON } from '../../fakes/fake-clock.mts';

describe('clockOffset', () => {
	it.each([
		[undefined, 0],
		[NOON, 0],
		[NOON + 60_000, 0],
		[NOON - 60_000, 0],
		[NOON + 60_001, 60_001],
		[NOON - 3_600_000, -3_600_000],
	])('of a server that says %s is %d', (serverTime, offset) => {
		expect(clockOffset(serverTime, NOON)).toBe(offset);
	});
});

describe('serverClock', () => {
	it('tells the time of the server and sleeps on this machine', async () => {
		const own = new FakeClock();
		let offset = 0;
		const clock = serverClock(own, () => offset);
		expect(clock.now()).toBe(NOON);
		offset = 90_000;
		await clock.sleep(1_000);
		expect(clock.now()).toBe(NOON + 91_000);
		expect(own.sleeps).toEqual([1_000]);
	});
});
