import { RateLimitReachedError } from '../http/rate-limit-reached-error';
import {
	AccessDeniedError,
	MissingScopeError,
	ServerUnreachableError,
	TokenRefusedError,
	UnexpectedAnswerError,
} from '../mastodon/api-errors';
import type { ReblogAnswer } from '../mastodon/reblog';
import type { Status } from '../mastodon/status';
import { countBoost, countFoundBoost } from './count-boost';
import { skipReason } from './eligibility';
import type { QueueEntry } from './queue';
import type { FailReason, Reason } from './reasons';
import type { RunContext } from './run-context';
import { judgeOf, reportEntry, reportStatus } from './run-context';

/** Boosts that may fail before a post is given up. */
const MOST_TRIES = 3;

/**
 * Boosts one post of the queue: looks, remembers the intent, asks, remembers the outcome. Answers what became
 * of it. Throws what ends the run: a refused token, a missing scope, a rate limit.
 */
export async function boostPost(run: RunContext, entry: QueueEntry): Promise<Reason> {
	const found = await look(run, entry);
	entry.deferred = found === 'try-again' || found === 'outcome-unknown';
	if (typeof found === 'string') return settle(run, entry, found);
	if (found.reblogged === true || run.ownBoosts.has(found.uri)) {
		return settle(run, entry, entry.unsure ? 'found-boosted' : 'already-boosted', found);
	}
	const skipped = skipReason(found, judgeOf(run));
	// Another run may ask for other hashtags.
	if (skipped === 'hashtag-missing') run.state.seen.delete(found.uri);
	if (skipped) return settle(run, entry, skipped, found);
	if (run.options.dryRun) {
		reportStatus(run, found, 'dry-run');
		countBoost(run, found.uri, entry.acct, run.clock.now());
		return 'dry-run';
	}
	entry.unsure = true;
	await run.save();
	const answer = await ask(run, entry);
	if (answer.outcome === 'boosted') return settle(run, entry, 'boosted', answer.status);
	run.log.info(`The boost of ${found.url ?? found.uri} was not confirmed: ${answer.message}.`);
	switch (answer.outcome) {
		case 'gone':
		case 'not-allowed':
			return settle(run, entry, answer.outcome, found);
		case 'failed':
			entry.unsure = false;
			return tryLater(run, entry, 'try-again', found);
		case 'unknown':
			return findOut(run, entry, found);
		default:
			return endRun(run, entry, found, answer.outcome);
	}
}

/** The post as it is now. A post that this run just read is looked at again only where a second boost could come of it. */
async function look(
	run: RunContext,
	entry: QueueEntry,
): Promise<Status | 'gone' | 'try-again' | 'outcome-unknown'> {
	const { server, client, fresh, ownBoosts } = run;
	const justRead = fresh.get(entry.id);
	if (justRead && server.boostsOnce && !entry.unsure) return justRead;
	try {
		if (!server.tellsReblogged) await readOwnBoosts(run, entry);
		const found = await client.status(entry.id);
		// A flag that is missing is no "no".
		const isTold = !server.tellsReblogged || server.boostsOnce || found?.reblogged !== undefined;
		if (found && !isTold) await ownBoosts.read(entry.createdAt);
		return found ?? 'gone';
	} catch (error) {
		return lookFailure(error, entry);
	}
}

async function readOwnBoosts(
	{ ownBoosts, server }: RunContext,
	{ unsure, createdAt }: QueueEntry,
): Promise<void> {
	if (unsure) await ownBoosts.read(createdAt);
	else if (server.boostsOnce) await ownBoosts.readOnce(createdAt);
	else await ownBoosts.readOn(createdAt);
}

function lookFailure(error: unknown, { unsure }: QueueEntry): 'outcome-unknown' | 'try-again' {
	const isOfThisPost =
		error instanceof ServerUnreachableError ||
		error instanceof UnexpectedAnswerError ||
		error instanceof AccessDeniedError;
	if (!isOfThisPost) throw error;
	return unsure ? 'outcome-unknown' : 'try-again';
}

async function ask({ client, options, save }: RunContext, entry: QueueEntry): Promise<ReblogAnswer> {
	return client.reblog(entry.id, options.visibility).catch(async (error: unknown) => {
		// A request that the limit refused did nothing.
		if (error instanceof RateLimitReachedError) {
			entry.unsure = false;
			await save();
		}
		throw error;
	});
}

/** The reply was lost or is no answer: the server knows whether the boost was made. */
async function findOut(run: RunContext, entry: QueueEntry, post: Status): Promise<Reason> {
	const found = await look(run, entry);
	if (typeof found === 'string') return tryLater(run, entry, 'outcome-unknown', post);
	const isMade = found.reblogged === true || run.ownBoosts.has(found.uri);
	return isMade ? settle(run, entry, 'found-boosted', found) : tryLater(run, entry, 'try-again', post);
}

async function tryLater(
	run: RunContext,
	entry: QueueEntry,
	reason: FailReason,
	post: Status,
): Promise<Reason> {
	entry.tries++;
	if (entry.tries >= MOST_TRIES) {
		// Given up, though it may have been made: it counts as a boost of its author.
		if (reason === 'outcome-unknown') countBoost(run, entry.uri, entry.acct, run.clock.now());
		return settle(run, entry, 'tries-used-up', post);
	}
	reportStatus(run, post, reason);
	await run.save();
	return reason;
}

/** Sharkey says 401 to whatever goes wrong, be it a limit: only a token that is refused elsewhere, too, ends the run. */
async function endRun(
	run: RunContext,
	entry: QueueEntry,
	post: Status,
	outcome: 'token-refused' | 'user-required' | 'scope-missing',
): Promise<Reason> {
	const { client, server } = run;
	if (outcome === 'token-refused') {
		await client.verifyCredentials();
		entry.deferred = true;
		return findOut(run, entry, post);
	}
	entry.unsure = false;
	if (outcome === 'scope-missing') throw new MissingScopeError(client.instance, server.boostScope);
	throw new TokenRefusedError(client.instance, 'no-user');
}

/** Takes the post out of the queue, except where nothing is decided yet. */
async function settle(run: RunContext, entry: QueueEntry, reason: Reason, post?: Status): Promise<Reason> {
	const { state, clock, log } = run;
	const report = post ? reportStatus(run, post, reason) : reportEntry(run, entry, reason);
	if (reason !== 'try-again' && reason !== 'outcome-unknown') {
		state.queue = state.queue.filter((other) => other !== entry);
	}
	if (reason === 'already-boosted' && post) countFoundBoost(run, post);
	if (report.decision === 'boosted') {
		countBoost(run, entry.uri, entry.acct, clock.now());
		log.info(`Boosted ${report.url} by ${report.account}.`);
	}
	await run.save();
	return reason;
}
