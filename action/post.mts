import { join } from 'node:path';
import * as core from '@actions/core';
import { actionsLog } from './adapters/actions-log.mts';
import { STATE_NAME } from './adapters/cache-state-store.mts';
import { StateFile } from './adapters/state-file.mts';
import { leave } from './leave.mts';
import { digestOf, recallPendingSave } from './pending-save.mts';

async function post(): Promise<void> {
	const pending = recallPendingSave(core);
	if (!pending) return;
	const { folder, keyPrefix, restoredDigest } = pending;
	const text = new StateFile(join(folder, STATE_NAME)).read();
	if (text === undefined || digestOf(text) === restoredDigest) {
		core.info('The state did not change: nothing to store.');
		return;
	}
	const { saveState } = await import('./save-state.mts');
	const { GITHUB_RUN_ID = '0', GITHUB_RUN_ATTEMPT = '1' } = process.env;
	const key = `${keyPrefix}${GITHUB_RUN_ID}-${GITHUB_RUN_ATTEMPT}-${Date.now()}`;
	if (await saveState({ folder, name: STATE_NAME, keyPrefix }, key, actionsLog(core))) {
		core.info(`Stored the state in the Actions cache as ${key}.`);
	}
}

// It is not needed here, and the programs that store the state need not see it.
delete process.env['INPUT_ACCESS-TOKEN'];
post()
	.catch((error: unknown) => {
		// The boosts are made: a state that cannot be stored is worth a warning, not a failed job.
		const why = error instanceof Error ? error.message : String(error);
		actionsLog(core).warn(`The state could not be stored: ${why}`);
	})
	.finally(leave);
