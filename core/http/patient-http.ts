import type { Clock } from '../ports/clock';
import type { Http } from '../ports/http';
import type { Log } from '../ports/log';
import { WaitBudget } from './wait-budget';
import type { KnownLimits } from './with-rate-limits';
import { isReadingUsedUp, notingLimits, withRateLimits } from './with-rate-limits';
import { withRetry } from './with-retry';

export interface Patience {
	readonly clock: Clock;
	readonly log: Log;
	/** A number from 0 up to 1, as `Math.random` gives. */
	readonly random: () => number;
	/** Milliseconds that all waits together may take. */
	readonly maxWait: number;
	/** What to do at a rate limit; `wait` unless given. */
	readonly mode?: 'stop' | 'wait';
	/** Filled with what the server says of its limits. */
	readonly limits?: KnownLimits;
}

/** Reads are tried again, and rate limits are kept: by waiting for the window's end, or by stopping there. */
export function patientHttp(http: Http, patience: Patience): Http {
	const { clock, log, random, maxWait, mode = 'wait', limits = {} } = patience;
	const waits = new WaitBudget(maxWait, clock, log);
	const mayAskAgain = () => !isReadingUsedUp(limits, clock.now());
	const retrying = withRetry(notingLimits(http, limits, clock), { clock, waits, random, mayAskAgain });
	return withRateLimits(retrying, { clock, waits, limits, mode });
}
