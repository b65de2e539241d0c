import type { Log, RunReport } from '../core/index';
import { StateInUseError } from './adapters/state-in-use-error.mts';

/** The report as it is told: that another run does the work is worth a warning, and no failure. */
export function toldReport(report: RunReport, log: Pick<Log, 'warn'>): RunReport {
	const { failure, warnings } = report;
	if (!(failure instanceof StateInUseError)) return report;
	log.warn(failure.message);
	return { ...report, failure: undefined, warnings: [...warnings, failure.message] };
}
