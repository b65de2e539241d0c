import { httpTime } from './http-time';

/** What a server said of one of its request budgets. Times in milliseconds since the epoch. */
export interface RateLimit {
	readonly limit: number;
	readonly remaining: number;
	readonly resetsAt: number;
}

type Headers = Readonly<Record<string, string>>;

/** A day, in milliseconds: a limit that lasts longer is a mistake of the header. */
const LONGEST_WINDOW = 86_400_000;

/**
 * Reads `X-RateLimit-Limit`, `-Remaining` and `-Reset`. The reset is an ISO 8601 time on Mastodon and
 * GoToSocial; other software writes seconds, since the epoch or from now.
 */
export function rateLimitOf(headers: Headers, now: number): RateLimit | undefined {
	const remaining = wholeNumber(headers['x-ratelimit-remaining']);
	const resetsAt = timeOf(headers['x-ratelimit-reset'], now);
	if (remaining === undefined || resetsAt === undefined) return undefined;
	const limit = wholeNumber(headers['x-ratelimit-limit']) ?? remaining;
	return { limit, remaining, resetsAt: Math.min(resetsAt, now + LONGEST_WINDOW) };
}

/** Milliseconds that the server asks to wait (`Retry-After`: seconds or an HTTP date), if it does. */
export function retryAfterOf(headers: Headers, now: number): number | undefined {
	const value = headers['retry-after']?.trim() ?? '';
	if (/^\d{1,9}(?:\.\d{1,9})?$/.test(value)) return Math.min(Math.ceil(Number(value) * 1000), LONGEST_WINDOW);
	const time = timeOf(value, now);
	return time === undefined ? undefined : Math.min(Math.max(0, time - now), LONGEST_WINDOW);
}

/** How long a refused (429, 503) request has to wait by the server's own word, if it gave one. */
export function serverDelay(headers: Headers, now: number): number | undefined {
	const retryAfter = retryAfterOf(headers, now);
	if (retryAfter !== undefined) return retryAfter;
	const limit = rateLimitOf(headers, now);
	return limit && limit.remaining === 0 ? Math.max(0, limit.resetsAt - now) : undefined;
}

function wholeNumber(value: string | undefined): number | undefined {
	return value !== undefined && /^\d{1,12}$/.test(value.trim()) ? Number(value) : undefined;
}

function timeOf(value: string | undefined, now: number): number | undefined {
	const seconds = wholeNumber(value);
	if (seconds !== undefined) return seconds > 1e9 ? seconds * 1000 : now + seconds * 1000;
	return httpTime(value);
}
