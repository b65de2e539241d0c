import { BoostError } from '../boost-error';
import { RateLimitReachedError } from '../http/rate-limit-reached-error';
import { WaitBudget } from '../http/wait-budget';
import { withRateLimits } from '../http/with-rate-limits';
import { withRetry } from '../http/with-retry';
import { oneLine } from '../mastodon/answer';
import { MastodonClient } from '../mastodon/client';
import { detectServer } from '../mastodon/detect-server';
import { fullHandle } from '../mastodon/full-handle';
import { normalHashtag } from '../mastodon/hashtag';
import { capabilitiesOf, UNKNOWN_SERVER } from '../mastodon/server';
import type { Clock } from '../ports/clock';
import type { Http } from '../ports/http';
import type { Log } from '../ports/log';
import type { StateStore } from '../ports/state-store';
import { boostQueue, tidyQueue } from './boost-queue';
import { cleanLog } from './clean-log';
import { collect } from './collect';
import { loadState } from './load-state';
import type { Options } from './options';
import { OwnBoosts } from './own-boosts';
import { recover } from './recover';
import type { Progress } from './progress';
import { newProgress, reportOf } from './progress';
import type { PostReport, RunReport } from './report';
import type { RunContext } from './run-context';
import { clockOffset, serverClock } from './server-clock';
import type { BoostState } from './state';
import { encodeState } from './state-codec';
import { Tally } from './tally';

/** What a run needs from its host. */
export interface RunHost {
	readonly http: Http;
	readonly clock: Clock;
	readonly store: StateStore;
	readonly log: Log;
	/** A number from 0 up to 1, as `Math.random` gives. */
	readonly random: () => number;
	/** Every decision as it is made, so that a backlog needs no memory. */
	readonly onDecision: (post: PostReport) => void;
}

/** How long the server's software is remembered, in milliseconds. */
const SERVER_AGE = 86_400_000;
/** Reasons of posts that were held, or held again, in this run. */
const HELD_REASONS = ['too-young', 'few-favourites', 'few-boosts'] as const;

/**
 * One run: finds the new posts of the hashtags and boosts those that qualify, oldest first, each once for ever.
 * Never throws for what a server or a token does: the report's `failure` says what ended the run, and what was
 * done until then is stored.
 */
export async function boostNewPosts(options: Options, host: RunHost): Promise<RunReport> {
	const progress = newProgress(host.clock.now(), new Tally(host.onDecision));
	try {
		await work(options, host, progress);
	} catch (error) {
		if (error instanceof RateLimitReachedError) progress.rateLimit = error;
		else progress.failure = asBoostError(error);
	}
	const log = cleanLog(host.log);
	for (const warning of progress.warnings) log.warn(warning);
	return reportOf(options, progress, host.clock.now());
}

async function work(options: Options, host: RunHost, progress: Progress): Promise<void> {
	const { store, random } = host;
	const log = cleanLog(host.log);
	let offset = 0;
	const clock = serverClock(host.clock, () => offset);
	const waits = new WaitBudget(options.maxWait, clock, log);
	const { limits, tally, warnings } = progress;
	const retrying = withRetry(host.http, { clock, waits, random });
	const http = withRateLimits(retrying, { clock, waits, limits, mode: options.onRateLimit });
	const client = new MastodonClient(http, options.instance.host, (problem) =>
		warnings.push(`An entry was left out: ${oneLine(problem)}.`),
	);

	const { account: me, serverTime } = await client.verifyCredentials();
	progress.account = fullHandle(me.acct, options.instance.host);
	offset = clockOffset(serverTime, host.clock.now());
	if (offset !== 0)
		warnings.push(
			`This machine's clock is ${Math.round(offset / 1000)} s behind the server's; the server's is used.`,
		);

	const owner = { instance: options.instance.host, accountId: me.id, query: queryOf(options) };
	const loaded = await loadState(store, owner, saltOf(random), log);
	const { state } = loaded;
	progress.origin = loaded.origin === 'lost' ? 'recovered' : loaded.origin;
	await learnServer(http, state, clock.now());
	progress.server = state.server ?? UNKNOWN_SERVER;

	const run: RunContext = {
		options,
		me,
		client,
		server: capabilitiesOf(progress.server),
		clock,
		log,
		state,
		ownBoosts: new OwnBoosts(client, me.id),
		tally,
		fresh: new Map(),
		startedAt: Math.min(clock.now(), host.clock.now()),
		isRecovering: loaded.origin !== 'restored',
		warnings,
		save: options.dryRun ? async () => undefined : saverOf(store, state, loaded.text),
	};
	if (run.isRecovering && (await recover(run)) && loaded.origin === 'new') progress.origin = 'recovered';

	state.authors.prune(clock.now());
	tidyQueue(run);
	const collected = await collect(run);
	progress.unread = collected.unread;
	await run.save();
	const limited = await boostQueue(run);
	progress.rateLimit = limited ?? collected.rateLimit;
	progress.heldUnread =
		state.held.length - HELD_REASONS.reduce((sum, reason) => sum + (tally.reasons[reason] ?? 0), 0);
	await run.save();
	if (collected.failure) throw collected.failure;
}

/** Hashtags and `match`, in an order that does not depend on how they were written. */
function queryOf({ hashtags, match }: Options): string {
	return `${match}:${hashtags.map(normalHashtag).sort().join(',')}`;
}

/** Asks for the server's software when that was not known, or not lately. */
async function learnServer(http: Http, state: BoostState, now: number): Promise<void> {
	const { server } = state;
	if (server && now - server.checkedAt < SERVER_AGE && server.checkedAt <= now) return;
	const detected = await detectServer(http, state.owner.instance);
	if (detected) state.server = { ...detected, checkedAt: now };
}

/** Stores the state where it differs from what is stored. */
function saverOf(store: StateStore, state: BoostState, stored: string | undefined): () => Promise<void> {
	let last = stored;
	return async () => {
		const text = encodeState(state);
		if (text === last) return;
		await store.save(text);
		last = text;
	};
}

function saltOf(random: () => number): string {
	return Array.from({ length: 16 }, () => Math.floor(random() * 36).toString(36)).join('');
}

function asBoostError(error: unknown): BoostError {
	if (error instanceof BoostError) return error;
	throw error;
}
