import { AccessDeniedError, UnexpectedAnswerError } from '../mastodon/api-errors';
import type { Status } from '../mastodon/status';
import { admitPost } from './consider-post';
import { roomLeft } from './queue';
import { asPartialFailure } from './read-pages';
import type { ReadOutcome } from './read-streams';
import type { RunContext } from './run-context';
import type { HeldPost } from './state';

/** Requests for held posts in one run. */
const MOST_REQUESTS = 40;

/**
 * Reads the held posts whose time has come once more, and decides them as they are now: deleted, edited or
 * opted out meanwhile means no boost. Those that still lack something go to the end of the line.
 */
export async function readHeld(run: RunContext): Promise<ReadOutcome> {
	const { state, server, options, clock } = run;
	const due = state.held.filter(({ createdAt }) => createdAt <= clock.now() - options.minAge);
	const now = due.slice(0, MOST_REQUESTS * server.statusesAtOnce);
	let found = 0;
	try {
		for (let at = 0; at < now.length; at += server.statusesAtOnce) {
			if (roomLeft(state.queue) <= 0) return { found, complete: false, upToDate: false, problem: undefined };
			const batch = now.slice(at, at + server.statusesAtOnce);
			const statuses = await read(run, batch);
			for (const post of batch) decideAgain(run, post, statuses);
			found += batch.length;
		}
		return { found, complete: true, upToDate: true, problem: undefined };
	} catch (error) {
		return { found, complete: false, upToDate: false, problem: asPartialFailure(error) };
	}
}

/** Undefined where the server answers nothing useful: those posts must not stop the others. */
async function read(
	{ client, warnings }: RunContext,
	batch: readonly HeldPost[],
): Promise<readonly Status[] | undefined> {
	return client.statuses(batch.map(({ id }) => id)).catch((error: unknown) => {
		if (!(error instanceof UnexpectedAnswerError || error instanceof AccessDeniedError)) throw error;
		warnings.push(error.message);
		return undefined;
	});
}

/** Takes the post out of the line, or to its end where nothing was learnt and it is not too old yet. */
function decideAgain(run: RunContext, post: HeldPost, statuses: readonly Status[] | undefined): void {
	const { state, log } = run;
	state.held = state.held.filter((other) => other !== post);
	if (statuses === undefined) {
		if (post.createdAt > run.oldest()) state.held.push(post);
		return;
	}
	const status = statuses.find(({ id }) => id === post.id);
	if (status) admitPost(run, status, true);
	else log.info(`The held post ${post.id} is gone.`);
}
