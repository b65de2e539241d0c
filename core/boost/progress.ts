import type { BoostError } from '../boost-error';
import type { RateLimitReachedError } from '../http/rate-limit-reached-error';
import type { KnownLimits } from '../http/with-rate-limits';
import type { Server } from '../mastodon/server';
import { UNKNOWN_SERVER } from '../mastodon/server';
import type { Options } from './options';
import type { RunReport, StateOrigin } from './report';
import type { Tally } from './tally';

/** What is known of a run so far: whatever ends it, the report says that much. */
export interface Progress {
	/** Milliseconds since the epoch. */
	readonly startedAt: number;
	account: string;
	server: Server;
	origin: StateOrigin;
	readonly limits: KnownLimits;
	readonly tally: Tally;
	warnings: string[];
	unread: readonly string[];
	waiting: number;
	rateLimit: RateLimitReachedError | undefined;
	failure: BoostError | undefined;
}

export function newProgress(startedAt: number, tally: Tally): Progress {
	return {
		startedAt,
		account: '',
		server: UNKNOWN_SERVER,
		origin: 'unavailable',
		limits: {},
		tally,
		warnings: [],
		unread: [],
		waiting: 0,
		rateLimit: undefined,
		failure: undefined,
	};
}

export function reportOf(
	{ instance, hashtags, dryRun }: Options,
	progress: Progress,
	finishedAt: number,
): RunReport {
	const { startedAt, account, server, origin, tally, rateLimit } = progress;
	const { limits, warnings, unread, waiting, failure } = progress;
	return {
		startedAt: isoTime(startedAt),
		finishedAt: isoTime(finishedAt),
		instance: instance.host,
		account,
		server: `${server.software} ${server.version}`.trim(),
		hashtags,
		dryRun,
		state: origin,
		counts: tally.counts,
		reasons: tally.reasons,
		boosted: tally.boosted,
		failed: tally.failed,
		waiting,
		unread,
		limits,
		rateLimited: rateLimit && {
			resumesAt: rateLimit.resumesAt === undefined ? undefined : isoTime(rateLimit.resumesAt),
		},
		warnings,
		failure,
	};
}

function isoTime(milliseconds: number): string {
	return new Date(milliseconds).toISOString();
}
