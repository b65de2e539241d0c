import { setTimeout as pause } from 'node:timers/promises';

/**
 * Reads again and again until `read` answers something, and fails with `what` when it hasn't in time.
 * Federation has no event to wait for: snac works its queues off in steps of about three seconds.
 */
export async function eventually<T>(
	what: string,
	read: () => Promise<T | undefined>,
	withinMs = 40_000,
): Promise<T> {
	const deadline = Date.now() + withinMs;
	for (;;) {
		const answer = await read();
		if (answer !== undefined) return answer;
		if (Date.now() > deadline) throw new Error(`Waited ${withinMs / 1000} s in vain until ${what}`);
		await pause(250);
	}
}
