import { RateLimitReachedError } from '../http/rate-limit-reached-error';
import { boostPost } from './boost-post';
import { nextTurn, oneTooMany, roomLeft } from './queue';
import type { QueueEntry } from './queue';
import type { Reason, SkipReason, WaitReason } from './reasons';
import { decisionOf } from './reasons';
import type { RunContext } from './run-context';
import { reportEntry } from './run-context';

/** Failures in a row after which the server is left in peace until the next run. */
const MOST_FAILURES = 5;
const WORTH_A_PAUSE: ReadonlySet<Reason> = new Set<Reason>(['try-again', 'outcome-unknown', 'tries-used-up']);

/** What counts towards `max-boosts`: a boost that may have been made does, too. */
const COUNTED: ReadonlySet<Reason> = new Set<Reason>([
	'boosted',
	'found-boosted',
	'dry-run',
	'outcome-unknown',
	'tries-used-up',
]);

/** Takes out of the queue what may not wait on: posts past `max-age`, and one author's surplus in a full queue. */
export function tidyQueue(run: RunContext): void {
	const { state, options } = run;
	const oldest = run.oldest();
	const expired = state.queue.filter(({ createdAt }) => createdAt < oldest);
	state.queue = state.queue.filter(({ createdAt }) => createdAt >= oldest);
	for (const entry of expired) giveUp(run, entry, 'expired');
	while (roomLeft(state.queue) <= 0 && options.maxBoostsPerAuthor > 0) {
		const surplus = oneTooMany(state.queue, options.maxBoostsPerAuthor);
		if (!surplus) return;
		state.queue = state.queue.filter((other) => other !== surplus);
		giveUp(run, surplus, 'queue-full');
	}
}

/** Boosts what the queue holds, up to the limits of the run. Answers the rate limit that ended it, if one did. */
export async function boostQueue(run: RunContext): Promise<RateLimitReachedError | undefined> {
	const tried = new Set<QueueEntry>();
	let ending: WaitReason = 'run-ended';
	try {
		ending = await boostInTurn(run, tried);
		return undefined;
	} catch (error) {
		const rateLimit = asRateLimit(error);
		ending = 'rate-limit';
		return rateLimit;
	} finally {
		for (const entry of run.state.queue) {
			if (!tried.has(entry)) reportEntry(run, entry, shareOf(run, entry.acct) > 0 ? ending : 'author-limit');
		}
	}
}

/** Answers why what is left in the queue has to wait. Posts that turn out not to be boosted make room for others. */
async function boostInTurn(run: RunContext, tried: Set<QueueEntry>): Promise<WaitReason> {
	const { state, options, server, clock } = run;
	const pause = options.dryRun ? 0 : Math.max(options.boostInterval, server.boostPause);
	let made = 0;
	let failures = 0;
	let hasAsked = false;
	for (;;) {
		const waiting = state.queue.filter((entry) => !tried.has(entry));
		const turn = nextTurn(waiting, options.maxBoosts - made, (acct) => shareOf(run, acct));
		if (turn.length === 0) return 'max-boosts';
		for (const entry of turn) {
			// An earlier post of the turn may have used its author's share.
			if (!entry.unsure && shareOf(run, entry.acct) <= 0) continue;
			if (hasAsked && pause > 0) await clock.sleep(pause);
			const reason = await boostPost(run, entry);
			tried.add(entry);
			hasAsked ||= decisionOf(reason) !== 'skipped';
			if (COUNTED.has(reason)) made++;
			failures = WORTH_A_PAUSE.has(reason) ? failures + 1 : 0;
			if (failures === MOST_FAILURES) return 'run-ended';
		}
	}
}

/** How many more boosts the author may have today; one whose outcome is not known counts. */
function shareOf({ options, state, clock }: RunContext, acct: string): number {
	const { maxBoostsPerAuthor, firstPostOnly } = options;
	const unsure = state.queue.filter((entry) => entry.unsure && entry.acct === acct).length;
	if (firstPostOnly && unsure > 0) return 0;
	if (maxBoostsPerAuthor === 0) return Infinity;
	return Math.max(0, maxBoostsPerAuthor - state.authors.boostsInDay(acct, clock.now()) - unsure);
}

/** Tells that a post was taken out of the queue, and remembers it. */
function giveUp(run: RunContext, entry: QueueEntry, reason: SkipReason): void {
	// It may have waited for longer than posts are remembered, and a timeline may still show it.
	run.state.seen.add(entry.uri, run.startedAt);
	reportEntry(run, entry, reason);
}

function asRateLimit(error: unknown): RateLimitReachedError {
	if (error instanceof RateLimitReachedError) return error;
	throw error;
}
