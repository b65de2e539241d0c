import { describe, expect, it } from '@jest/globals';
import { WaitBudget } from '../../../core/http/wait-budget';
import { FakeClock } from '../../fakes/fake-clock.mts';
import { RecordingLog } from '../../fakes/recording-log.mts';

function budgetOf(limit: number): { waits: WaitBudget; clock: FakeClock; log: RecordingLog } {
	const clock = new FakeClock();
	const log = new RecordingLog();
	return { waits: new WaitBudget(limit, clock, log), clock, log };
}

describe('WaitBudget', () => {
	it('sleeps and says for how long and why', async () => {
		const { waits, clock, log } = budgetOf(10_000);
		await expect(waits.wait(2_500, 'the server asked for it')).resolves.toBe(true);
		expect(clock.sleeps).toEqual([2_500]);
		expect(log.infos).toEqual(['Waiting 2.5 s: the server asked for it.']);
	});

	it('allows a wait that uses it up to the millisecond', async () => {
		const { waits } = budgetOf(1_000);
		await expect(waits.wait(1_000, 'x')).resolves.toBe(true);
		await expect(waits.wait(0, 'x')).resolves.toBe(true);
		await expect(waits.wait(1, 'x')).resolves.toBe(false);
	});

	it('refuses what is longer than what is left, without a sleep or a word', async () => {
		const { waits, clock, log } = budgetOf(10_000);
		await waits.wait(6_000, 'x');
		await expect(waits.wait(4_001, 'x')).resolves.toBe(false);
		expect(clock.sleeps).toEqual([6_000]);
		expect(log.infos).toHaveLength(1);
	});

	it('keeps what a refused wait did not use', async () => {
		const { waits, clock } = budgetOf(5_000);
		await waits.wait(9_000, 'x');
		await expect(waits.wait(5_000, 'x')).resolves.toBe(true);
		expect(clock.sleeps).toEqual([5_000]);
	});
});
