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
		const found: Status[] = [];
		for (let round = 0; round < MOST_ROUNDS; round++) {
			const { unread, rateLimit, failure } = await collect(run);
			if (failure) throw failure;
			const taken = takeQueue(run);
			found.push(...taken);
			progress.unread = unread;
			progress.rateLimit = rateLimit;
			if (unread.length === 0 || rateLimit || taken.length === 0) break;
		}
		// Where a timeline is read downward, each round finds older posts than the one before.
		found.sort((a, b) => a.createdAt - b.createdAt);
		posts.push(...found.filter((post) => isWanted(run, post)));
		await run.save();
	});
	if (report.failure) throw report.failure;
	return { posts, report };
}

/** The posts of the queue as they were read. */
function takeQueue({ state, fresh }: RunContext): readonly Status[] {
	const entries = state.queue.splice(0).sort(byAge);
	return entries.flatMap((entry) => {
		const status = fresh.get(entry.id);
		fresh.delete(entry.id);
		return status ?? [];
	});
}

/** Whether `first-post-only` lets the post through; its author is remembered from now on. */
function isWanted({ options, state, clock }: RunContext, { account }: Status): boolean {
	if (!options.firstPostOnly) return true;
	if (state.authors.wasEverBoosted(account.acct)) return false;
	state.authors.add(account.acct, clock.now(), true);
	return true;
}
