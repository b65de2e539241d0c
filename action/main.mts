import { randomBytes } from 'node:crypto';
import { join } from 'node:path';
import * as core from '@actions/core';
import type { Log, Options } from '../core/index';
import { BoostError, boostNewPosts, logLine, parseOptions, tokenPattern } from '../core/index';
import { actionsLog } from './adapters/actions-log.mts';
import { CacheArchive } from './adapters/cache-archive.mts';
import { CacheStateStore } from './adapters/cache-state-store.mts';
import { FileStateStore } from './adapters/file-state-store.mts';
import { systemClock } from './adapters/system-clock.mts';
import { UndiciHttp } from './adapters/undici-http.mts';
import { headline } from './headline.mts';
import { readInputs } from './inputs.mts';
import type { Inputs } from './inputs.mts';
import { leave } from './leave.mts';
import { setOutputs } from './outputs.mts';
import { rememberPendingSave } from './pending-save.mts';
import { ReportFile } from './report-file.mts';
import type { RunStore } from './run-store.mts';
import { runnerFolder } from './runner-folder.mts';
import { stateKeyPrefix, workflowPlace } from './state-key.mts';
import { renderSummary } from './summary.mts';
import { takeToken } from './take-token.mts';
import { toldReport } from './told-report.mts';
import { USER_AGENT } from './user-agent.mts';

async function main(token: string): Promise<void> {
	const inputs = readInputs(core, token);
	const options = parseOptions(inputs.options);
	const log = actionsLog(core);
	const folder = join(runnerFolder(process.env), randomBytes(8).toString('hex'));
	const store = await storeFor(inputs, options, folder, log);
	const reportFile = new ReportFile(join(folder, 'report.json'));
	const { origin } = options.instance;
	const http = new UndiciHttp({ origin, accessToken: options.accessToken, userAgent: USER_AGENT });
	const ended = await boostNewPosts(options, {
		http,
		clock: systemClock,
		store,
		log,
		random: Math.random,
		onDecision: (post) => reportFile.add(post),
	}).finally(() => {
		store.close?.();
		return http.close();
	});
	const report = toldReport(ended, log);
	reportFile.finish(report);
	setOutputs(core, report, reportFile.path);
	// Older runners have no summaries.
	if (process.env.GITHUB_STEP_SUMMARY) await core.summary.addRaw(renderSummary(report)).write();
	if (report.failure) throw report.failure;
	log.info(headline(report));
}

async function storeFor(inputs: Inputs, options: Options, folder: string, log: Log): Promise<RunStore> {
	if (inputs.stateFile !== '') {
		return new FileStateStore(inputs.stateFile, { readOnly: options.dryRun, sleep: systemClock.sleep });
	}
	// Loading the cache's code takes longer than everything else together.
	const cache = await import('@actions/cache');
	return new CacheStateStore({
		archive: new CacheArchive(cache, log),
		keyPrefixOf: (owner) => stateKeyPrefix(inputs.cacheKey, owner, workflowPlace(process.env)),
		folder,
		onPendingSave: (pending) => rememberPendingSave(core, pending),
	});
}

// Before anything else: no later failure can show it.
const token = takeToken(core, process.env);
main(token)
	.catch((error: unknown) => {
		const told = (text: string) => logLine(token === '' ? text : text.replace(tokenPattern(token), '***'));
		if (!(error instanceof BoostError)) core.debug(told(error instanceof Error ? (error.stack ?? '') : ''));
		core.setFailed(told(error instanceof Error ? error.message : String(error)));
	})
	.finally(leave);
