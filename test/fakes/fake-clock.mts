import type { Clock } from '../../core/ports/clock';

/** Noon of a day on which nothing else happens. */
export const NOON = Date.parse('2026-03-10T12:00:00.000Z');

/** A clock that moves when it is told to, or slept on. */
export class FakeClock implements Clock {
	/** Every wait taken, in milliseconds. */
	readonly sleeps: number[] = [];

	constructor(private time: number = NOON) {}

	now(): number {
		return this.time;
	}

	async sleep(milliseconds: number): Promise<void> {
		this.sleeps.push(milliseconds);
		this.advance(milliseconds);
	}

	advance(milliseconds: number): void {
		this.time += milliseconds;
	}
}
