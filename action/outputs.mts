import type { RunReport } from '../core/index';
import type { ActionsCore } from './actions-core.mts';

/** Sets the outputs of the step. */
export function setOutputs(
	core: Pick<ActionsCore, 'setOutput'>,
	report: RunReport,
	reportFile: string,
): void {
	const { counts, boosted, waiting, state } = report;
	core.setOutput('boosted-count', counts.boosted);
	core.setOutput('skipped-count', counts.skipped);
	core.setOutput('queued-count', waiting);
	core.setOutput('failed-count', counts.failed);
	core.setOutput('seen-count', counts.seen);
	core.setOutput(
		'boosted',
		JSON.stringify(
			boosted.map(({ id, uri, url, account, hashtags, createdAt }) => ({
				id,
				uri,
				url,
				account,
				hashtags,
				createdAt,
			})),
		),
	);
	core.setOutput('report-file', reportFile);
	core.setOutput('state', state);
}
