import type { Status } from '../mastodon/status';
import { collect } from './collect';
import type { Options } from './options';
import { prepareRun } from './prepare-run';
import { byAge } from './queue';
import type { RunReport } from './report';
import type { RunHost } from './run-host';
import type { RunContext } from './run-context';
import { supervise } from './supervise';

/** Rounds of reading, each until the queue is full: more than two thousand posts. */
const MOST_ROUNDS = 20;

export interface NewPosts {
	/** The oldest first. Each is found once for ever. */
	readonly posts: readonly Status[];
	readonly report: RunReport;
}

/**
 * As `boostNewPosts`, but hands the posts out instead of boosting them. Throws what ended the search; then
 * nothing is stored, and the next search finds everything again.
 */
export async function findNewPosts(options: Options, host: RunHost): Promise<NewPosts> {
	const posts: Status[] = [];
	const report = await supervise(options, host, async (progress) => {
		const run = await prepareRun(options, host, progress, 'find');
		for (let round = 0; round < MOST_ROUNDS; round++) {
			const { unread, rateLimit, failure } = await collect(run);
			if (failure) throw failure;
			const taken = takeQueue(run);
			posts.push(...taken);
			progress.unread = unread;
			progress.rateLimit = rateLimit;
			if (unread.length === 0 || rateLimit || taken.length === 0) break;
		}
		await run.save();
	});
	if (report.failure) throw report.failure;
	return { posts, report };
}

/** The posts of the queue as they were read, without those that `first-post-only` rules out by now. */
function takeQueue({ state, fresh, options, clock }: RunContext): readonly Status[] {
	const entries = state.queue.splice(0).sort(byAge);
	return entries.flatMap((entry) => {
		const status = fresh.get(entry.id);
		fresh.delete(entry.id);
		if (!status || (options.firstPostOnly && state.authors.wasEverBoosted(entry.acct))) return [];
		if (options.firstPostOnly) state.authors.add(entry.acct, clock.now(), true);
		return [status];
	});
}
