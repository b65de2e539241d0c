import type { BoostError } from '../boost-error';
import { RateLimitReachedError } from '../http/rate-limit-reached-error';
import { isSameHashtag } from '../mastodon/hashtag';
import { ServerUnreachableError } from '../mastodon/api-errors';
import { provePacking } from './prove-packing';
import { readHeld } from './read-held';
import { roomLeft } from './queue';
import type { Capabilities } from '../mastodon/server';
import type { ReadOutcome } from './read-streams';
import { LEAST_LOOKBACK, readGap, readStream } from './read-streams';
import type { RunContext } from './run-context';
import { distinctHashtags, planStreams, streamOf } from './streams';

/** Timelines in a row that a server fails to give before it is left in peace. */
const MOST_UNREACHABLE = 2;
/** Milliseconds by which a cursor may lie ahead of a clock. */
const CLOCK_TOLERANCE = 60_000;
/** Cursors move at least so often (milliseconds), so that remembered posts can be forgotten. */
const LONGEST_REST = 86_400_000;

export interface Collected {
	/** What was not read to the end, in words. */
	readonly unread: readonly string[];
	readonly rateLimit: RateLimitReachedError | undefined;
	/** The first failure, when nothing at all could be read. */
	readonly failure: BoostError | undefined;
}

/** A part of the reading that may fail alone. */
interface Job {
	readonly name: string;
	/** Hashtags whose timelines it brings up to date. */
	readonly hashtags: readonly string[];
	/** Waits while the queue is full. */
	readonly needsRoom: boolean;
	readonly read: (room: number) => Promise<ReadOutcome>;
}

/** Reads held posts again, every hashtag from behind its cursor, and the gaps of earlier runs; decides each post. */
export async function collect(run: RunContext): Promise<Collected> {
	const { state } = run;
	const jobs = planJobs(run);
	const unread: string[] = [];
	const upToDate = new Set<string>();
	let found = 0;
	let unreachable = 0;
	let failure: BoostError | undefined;
	let rateLimit: RateLimitReachedError | undefined;
	for (const [index, job] of jobs.entries()) {
		const room = roomLeft(state.queue);
		const isDown = unreachable >= MOST_UNREACHABLE;
		const isWaiting = rateLimit !== undefined || isDown || (room <= 0 && job.needsRoom);
		const outcome = isWaiting ? undefined : await job.read(room / (jobs.length - index));
		found += outcome?.found ?? 0;
		if (!outcome?.complete) unread.push(job.name);
		if (outcome?.upToDate) for (const hashtag of job.hashtags) upToDate.add(hashtag);
		const problem = outcome?.problem;
		if (outcome) unreachable = problem instanceof ServerUnreachableError ? unreachable + 1 : 0;
		if (problem instanceof RateLimitReachedError) rateLimit = problem;
		else if (problem) {
			failure ??= problem;
			run.warnings.push(`Reading ${job.name} failed: ${problem.message}`);
		}
	}
	if (!rateLimit) await provePacking(run);
	moveCursors(run, upToDate, found > 0);
	return { unread, rateLimit, failure: unread.length === jobs.length ? failure : undefined };
}

function planJobs(run: RunContext): readonly Job[] {
	const { options, state, server, startedAt, latestNow, warnings } = run;
	const hashtags = distinctHashtags(options.hashtags, server);
	for (const hashtag of hashtags) {
		// Many servers tell times in whole seconds: a post of the second in which the first run starts is a new one.
		const start = Math.floor((startedAt - options.initialWindow) / 1000) * 1000;
		const tag = state.tags.get(hashtag);
		if (!tag) state.tags.set(hashtag, { cursor: start, floor: start, known: false });
		else if (tag.cursor > latestNow + CLOCK_TOLERANCE) {
			warnings.push(
				`The state says that #${hashtag} was read up to a time to come: it is read as in a first run.`,
			);
			Object.assign(tag, { cursor: start, floor: Math.min(tag.floor, start) });
		}
	}
	for (const hashtag of server.decodesPath ? [] : hashtags.filter((name) => /\W/.test(name))) {
		warnings.push(
			`This server cannot be asked for #${hashtag}: it finds hashtags of the letters a to z alone.`,
		);
	}
	const proven: Capabilities = state.server?.packs ? server : { ...server, packing: 'none' };
	forgetHashtags(run, hashtags);
	// A gap of several hashtags needs a server that takes them in one request.
	if (proven.packing === 'none') {
		state.gaps = state.gaps.flatMap((gap) =>
			gap.hashtags.map((hashtag) => ({ ...gap, hashtags: [hashtag] })),
		);
	}
	const streams = planStreams(hashtags, options.match, proven, (hashtag) => state.tags.get(hashtag)!.known);
	const jobs: Job[] = streams.map((stream) => ({
		name: `#${stream.hashtags.join(', #')}`,
		hashtags: stream.hashtags,
		needsRoom: true,
		read: (room) => readStream(run, stream, room),
	}));
	for (const gap of state.gaps) {
		const name = `older posts of #${gap.hashtags.join(', #')}`;
		const stream = streamOf(gap.hashtags, proven);
		jobs.push({ name, hashtags: [], needsRoom: true, read: (room) => readGap(run, gap, stream, room) });
	}
	// First, so that posts whose time has come do not wait for room that newer ones take.
	if (state.held.length > 0) {
		jobs.unshift({
			name: 'the posts that are held',
			hashtags: [],
			needsRoom: false,
			read: () => readHeld(run),
		});
	}
	return jobs;
}

/** Lets go of hashtags that are not asked for any more. What waited for them is found again, should they come back. */
function forgetHashtags({ state }: RunContext, hashtags: readonly string[]): void {
	const isAsked = (hashtag: string) => hashtags.some((asked) => isSameHashtag(asked, hashtag));
	for (const hashtag of state.tags.keys()) if (!hashtags.includes(hashtag)) state.tags.delete(hashtag);
	for (const hashtag of state.tips.keys()) if (!hashtags.includes(hashtag)) state.tips.delete(hashtag);
	for (const entry of state.queue) if (!entry.hashtags.some(isAsked)) state.seen.delete(entry.uri);
	state.queue = state.queue.filter((entry) => entry.hashtags.some(isAsked));
	state.gaps = state.gaps
		.map((gap) => ({ ...gap, hashtags: gap.hashtags.filter((hashtag) => hashtags.includes(hashtag)) }))
		.filter((gap) => gap.hashtags.length > 0);
}

/**
 * Hashtags that were read to the top are read up to the start of this run. That moves only when something was
 * found, or once a day: an idle run leaves the state as it was, and nothing has to be stored.
 */
function moveCursors(run: RunContext, upToDate: ReadonlySet<string>, foundAny: boolean): void {
	const { state, options, startedAt } = run;
	const lookback = Math.max(options.lookback, LEAST_LOOKBACK);
	for (const hashtag of upToDate) {
		const tag = state.tags.get(hashtag)!;
		if (foundAny || startedAt - tag.cursor > LONGEST_REST) tag.cursor = Math.max(tag.cursor, startedAt);
	}
	// What lies in a gap among posts that are still to be read must not be judged twice, however late it is read.
	const horizon = Math.min(
		...[...state.tags.values()].map(({ cursor }) => cursor - lookback),
		...state.gaps.map(({ since }) => since),
	);
	const kept = state.seen.prune(horizon);
	for (const tag of state.tags.values()) tag.floor = Math.max(tag.floor, Math.min(tag.cursor, kept));
}
