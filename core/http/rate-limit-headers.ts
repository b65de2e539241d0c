/** What a server said of one of its request budgets. Times in milliseconds since the epoch. */
export interface RateLimit {
	readonly limit: number;
	readonly remaining: number;
	readonly resetsAt: number;
}

type Headers = Readonly<Record<string, string>>;

const LONGEST_HEADER = 64;

/**
 * Reads `X-RateLimit-Limit`, `-Remaining` and `-Reset`. The reset is an ISO 8601 time on Mastodon and
 * GoToSocial; other software writes seconds, since the epoch or from now.
 */
export function rateLimitOf(headers: Headers, now: number): RateLimit | undefined {
	const remaining = wholeNumber(headers['x-ratelimit-remaining']);
	const resetsAt = timeOf(headers['x-ratelimit-reset'], now);
	if (remaining === undefined || resetsAt === undefined) return undefined;
	return { limit: wholeNumber(headers['x-ratelimit-limit']) ?? remaining, remaining, resetsAt };
}

/** Milliseconds that the server asks to wait (`Retry-After`: seconds or an HTTP date), if it does. */
export function retryAfterOf(headers: Headers, now: number): number | undefined {
	const value = headers['retry-after'];
	const seconds = wholeNumber(value);
	if (seconds !== undefined) return seconds * 1000;
	const time = timeOf(value, now);
	return time === undefined ? undefined : Math.max(0, time - now);
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
	if (value === undefined || value.length > LONGEST_HEADER) return undefined;
	const seconds = wholeNumber(value);
	if (seconds !== undefined) return seconds > 1e9 ? seconds * 1000 : now + seconds * 1000;
	const time = Date.parse(value);
	return Number.isNaN(time) ? undefined : time;
}
