import type { Clock } from '../ports/clock';

/** Milliseconds by which two clocks may differ without a word. `Date` headers hold whole seconds. */
const TOLERANCE = 60_000;

/** How far this machine's clock is behind the server's, in milliseconds; 0 where that is little or unknown. */
export function clockOffset(serverTime: number | undefined, now: number): number {
	const offset = serverTime === undefined ? 0 : serverTime - now;
	return Math.abs(offset) > TOLERANCE ? offset : 0;
}

/** The server's time: ages, windows and limits are told by it, and a machine whose clock is off loses no post. */
export function serverClock(clock: Clock, offset: () => number): Clock {
	return { now: () => clock.now() + offset(), sleep: (milliseconds) => clock.sleep(milliseconds) };
}
