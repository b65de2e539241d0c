import type { Clock } from '../ports/clock';
import type { Http, HttpResponse } from '../ports/http';
import { NoResponseError } from './no-response-error';
import { serverDelay } from './rate-limit-headers';
import type { WaitBudget } from './wait-budget';

export interface RetryPolicy {
	/** Tries in all, the first one included. */
	readonly attempts: number;
	/** Milliseconds before the second try; doubles from try to try. */
	readonly firstDelay: number;
	readonly longestDelay: number;
	readonly statuses: readonly number[];
}

export const RETRY_POLICY: RetryPolicy = {
	attempts: 4,
	firstDelay: 1_000,
	longestDelay: 30_000,
	statuses: [408, 429, 500, 502, 503, 504, 520, 521, 522, 523, 524],
};

export interface RetryTools {
	readonly clock: Clock;
	readonly waits: WaitBudget;
	/** A number from 0 up to 1, as `Math.random` gives. */
	readonly random: () => number;
	/** Whether the server has a request left for that. */
	readonly mayAskAgain?: () => boolean;
	readonly policy?: RetryPolicy;
}

/**
 * Asks again where that can do no harm: GET requests alone. What became of a POST is for the caller to find
 * out, because several servers boost twice when asked twice.
 */
export function withRetry(http: Http, tools: RetryTools): Http {
	const { clock, waits, random, mayAskAgain = () => true, policy = RETRY_POLICY } = tools;
	return {
		async request(request) {
			for (let attempt = 1; ; attempt++) {
				const outcome = await http.request(request).catch(asNoResponse);
				const isLast = request.method !== 'GET' || attempt === policy.attempts;
				if (isLast || !isPassing(outcome, policy, clock.now()) || !mayAskAgain()) return settle(outcome);
				const delay = retryDelay(outcome, attempt, policy, random(), clock.now());
				if (!(await waits.wait(delay, `${describe(outcome)} to GET ${request.path}, asking again`))) {
					return settle(outcome);
				}
			}
		},
	};
}

/** Milliseconds until the next try: the server's own timing first, else capped exponential, half of it at random. */
export function retryDelay(
	outcome: HttpResponse | NoResponseError,
	attempt: number,
	policy: RetryPolicy,
	random: number,
	now: number,
): number {
	const asked = outcome instanceof NoResponseError ? undefined : serverDelay(outcome.headers, now);
	if (asked !== undefined) return asked;
	const ceiling = Math.min(policy.longestDelay, policy.firstDelay * 2 ** (attempt - 1));
	return Math.round(ceiling / 2 + (random * ceiling) / 2);
}

function isPassing(outcome: HttpResponse | NoResponseError, policy: RetryPolicy, now: number): boolean {
	if (outcome instanceof NoResponseError) return true;
	// A 429 that says when the window ends is a rate limit and not a hiccup: `on-rate-limit` decides there.
	if (outcome.status === 429 && serverDelay(outcome.headers, now) !== undefined) return false;
	return policy.statuses.includes(outcome.status);
}

function asNoResponse(error: unknown): NoResponseError {
	if (error instanceof NoResponseError) return error;
	throw toError(error);
}

function toError(error: unknown): Error {
	return error instanceof Error ? error : new Error(String(error));
}

function settle(outcome: HttpResponse | NoResponseError): HttpResponse {
	if (outcome instanceof NoResponseError) throw outcome;
	return outcome;
}

function describe(outcome: HttpResponse | NoResponseError): string {
	return outcome instanceof NoResponseError ? outcome.detail : `status ${outcome.status}`;
}
