import type { Clock } from '../ports/clock';
import type { Http, HttpRequest, HttpResponse } from '../ports/http';
import { RateLimitReachedError } from './rate-limit-reached-error';
import type { RateLimit } from './rate-limit-headers';
import { rateLimitOf, serverDelay } from './rate-limit-headers';
import type { WaitBudget } from './wait-budget';

/** Reading and writing have budgets of their own: a reblog carries the headers of the `statuses` family. */
export type Budget = 'reading' | 'writing';

export type KnownLimits = Partial<Record<Budget, RateLimit>>;

export interface RateLimitTools {
	readonly clock: Clock;
	readonly waits: WaitBudget;
	readonly mode: 'stop' | 'wait';
	/** As `notingLimits` fills it. */
	readonly limits: KnownLimits;
}

/** Requests of a window that reading leaves unspent, so that a post that was found can still be boosted. */
const KEPT_FOR_WRITING = 1;
/** Milliseconds to wait after a 429 of a server that tells no time (Akkoma). */
const UNTOLD_DELAY = 10_000;
/** A 429 that comes again after this many waits is no matter of time. */
const MOST_WAITS = 5;

/** Notes what every single answer says of the limits, those that are asked for again included. */
export function notingLimits(http: Http, limits: KnownLimits, clock: Clock): Http {
	return {
		async request(request) {
			const response = await http.request(request);
			const limit = rateLimitOf(response.headers, clock.now());
			if (limit) limits[budgetOf(request)] = limit;
			return response;
		},
	};
}

/** Whether the window has no request left for reading: the last one is kept, so that a found post can be boosted. */
export function isReadingUsedUp({ reading }: KnownLimits, now: number): boolean {
	return reading !== undefined && reading.remaining <= KEPT_FOR_WRITING && reading.resetsAt > now;
}

/** Keeps within the limits that the server tells: waits for the window's end or says that it is reached. */
export function withRateLimits(http: Http, { clock, waits, mode, limits }: RateLimitTools): Http {
	async function waitOrStop(milliseconds: number | undefined, why: string): Promise<void> {
		const patient = mode === 'wait' && (await waits.wait(milliseconds ?? UNTOLD_DELAY, why));
		if (!patient) {
			throw new RateLimitReachedError(milliseconds === undefined ? undefined : clock.now() + milliseconds);
		}
	}

	return {
		async request(request): Promise<HttpResponse> {
			const budget = budgetOf(request);
			const kept = budget === 'reading' ? KEPT_FOR_WRITING : 0;
			const known = limits[budget];
			if (known && known.remaining <= kept && known.resetsAt > clock.now()) {
				await waitOrStop(known.resetsAt - clock.now(), `the ${budget} limit of the server is used up`);
			}
			for (let waited = 0; ; waited++) {
				const response = await http.request(request);
				if (response.status !== 429) return response;
				const delay = serverDelay(response.headers, clock.now());
				if (waited === MOST_WAITS) throw new RateLimitReachedError(undefined);
				await waitOrStop(delay, 'the server asked for a pause (status 429)');
			}
		},
	};
}

function budgetOf(request: HttpRequest): Budget {
	return request.method === 'GET' ? 'reading' : 'writing';
}
