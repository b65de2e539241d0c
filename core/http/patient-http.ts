import type { Clock } from '../ports/clock';
import type { Http } from '../ports/http';
import type { Log } from '../ports/log';
import { WaitBudget } from './wait-budget';
import { withRateLimits } from './with-rate-limits';
import { withRetry } from './with-retry';

export interface Patience {
	readonly clock: Clock;
	readonly log: Log;
	/** A number from 0 up to 1, as `Math.random` gives. */
	readonly random: () => number;
	/** Milliseconds that all waits together may take. */
	readonly maxWait: number;
}

/** For single calls outside a run: reads are tried again, rate limits are waited for. */
export function patientHttp(http: Http, { clock, log, random, maxWait }: Patience): Http {
	const waits = new WaitBudget(maxWait, clock, log);
	return withRateLimits(withRetry(http, { clock, waits, random }), {
		clock,
		waits,
		limits: {},
		mode: 'wait',
	});
}
