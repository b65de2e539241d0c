import { BoostError } from '../boost-error';
import { RateLimitReachedError } from '../http/rate-limit-reached-error';
import { cleanLog } from './clean-log';
import type { Options } from './options';
import type { Progress } from './progress';
import { newProgress, reportOf } from './progress';
import type { RunReport } from './report';
import type { RunHost } from './run-host';
import { Tally } from './tally';

const MOST_WARNINGS = 20;

/** Does the work of a run and reports it, whatever ends it: a failure of its own kind is a part of the report. */
export async function supervise(
	options: Options,
	host: RunHost,
	work: (progress: Progress) => Promise<void>,
): Promise<RunReport> {
	const progress = newProgress(host.clock.now(), new Tally(host.onDecision));
	try {
		await work(progress);
	} catch (error) {
		if (error instanceof RateLimitReachedError) progress.rateLimit = error;
		else progress.failure = asBoostError(error);
	}
	const log = cleanLog(host.log);
	progress.warnings = shortList(progress.warnings);
	for (const warning of progress.warnings) log.warn(warning);
	return reportOf(options, progress, host.clock.now());
}

/** Each warning once, and no more than people read. */
function shortList(warnings: readonly string[]): string[] {
	const distinct = [...new Set(warnings)];
	const rest = distinct.length - MOST_WARNINGS;
	return rest > 0 ? [...distinct.slice(0, MOST_WARNINGS), `And ${rest} more warnings.`] : distinct;
}

function asBoostError(error: unknown): BoostError {
	if (error instanceof BoostError) return error;
	throw error;
}
