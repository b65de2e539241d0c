import { boostQueue, tidyQueue } from './boost-queue';
import { collect } from './collect';
import type { Options } from './options';
import { prepareRun } from './prepare-run';
import type { Progress } from './progress';
import { recover } from './recover';
import { dependsOnOwnBoosts } from './run-context';
import type { RunReport } from './report';
import type { RunHost } from './run-host';
import { waitingIn } from './state';
import { supervise } from './supervise';

/**
 * One run: finds the new posts of the hashtags and boosts those that qualify, oldest first, each once for ever.
 * Never throws for what a server or a token does: the report's `failure` says what ended the run, and what was
 * done until then is stored.
 */
export async function boostNewPosts(options: Options, host: RunHost): Promise<RunReport> {
	return supervise(options, host, (progress) => work(options, host, progress));
}

async function work(options: Options, host: RunHost, progress: Progress): Promise<void> {
	const run = await prepareRun(options, host, progress, 'boost');
	const { state, clock, tally } = run;
	if (progress.origin !== 'restored') {
		if ((await recover(run)) && progress.origin === 'new') progress.origin = 'recovered';
	} else if (run.isRecovering && dependsOnOwnBoosts(run.server)) {
		await run.ownBoosts.read(run.oldest());
	}
	state.authors.prune(clock.now());
	tidyQueue(run);
	const collected = await collect(run);
	progress.unread = collected.unread;
	await run.save();
	try {
		const limited = await boostQueue(run);
		progress.rateLimit = limited ?? collected.rateLimit;
	} finally {
		const { 'try-again': failed = 0, 'outcome-unknown': unknown = 0 } = tally.reasons;
		progress.waiting = waitingIn(state) - failed - unknown;
	}
	await run.save();
	if (collected.failure) throw collected.failure;
}
