import type { RunReport } from '../core/index';

/** What a run did, in one line: the last one of the log and the first one of the summary. */
export function headline({ counts, waiting, dryRun, reasons }: RunReport): string {
	const dry = reasons['dry-run'] ?? 0;
	const boosted = dryRun ? `${dry} would be boosted` : `${counts.boosted} boosted`;
	return `${boosted}, ${counts.skipped} left alone, ${waiting - dry} waiting, ${counts.failed} failed.`;
}
