import { RateLimitReachedError } from '../http/rate-limit-reached-error';
import { AccessDeniedError, ServerUnreachableError, UnexpectedAnswerError } from '../mastodon/api-errors';
import { considerPost, isHoldingAll } from './consider-post';
import { fingerprint } from './fingerprint';
import { roomLeft } from './queue';
import type { Page } from './read-timeline';
import { positionOf, readDownward, readUpward, startingId } from './read-timeline';
import type { RunContext } from './run-context';
import type { Gap } from './state';
import type { Stream } from './streams';
import { streamOf } from './streams';

/** Pages of one stream in one run: 2,000 posts. */
const MOST_PAGES = 50;
/** Milliseconds that are always read again: an id is made a little before its post can be read. */
export const LEAST_LOOKBACK = 60_000;
/** Posts on top of a timeline that are remembered, to know later that what stands above them is new. */
const TIP_LENGTH = 10;

/** What a run got of a timeline. */
export interface ReadOutcome {
	/** Posts that no run had seen. */
	readonly found: number;
	/** Read to the end; if not, the next runs read on. */
	readonly complete: boolean;
	/** The next run may start from the time of this one: what is left is kept as a gap. */
	readonly upToDate: boolean;
	/** What ended the reading early, if it was no bound of our own. */
	readonly problem: PartialFailure | undefined;
}

/** What concerns one timeline alone and does not stop the others. A refused token or a missing scope does. */
export type PartialFailure =
	| RateLimitReachedError
	| ServerUnreachableError
	| UnexpectedAnswerError
	| AccessDeniedError;

export function asPartialFailure(error: unknown): PartialFailure {
	const isPartial =
		error instanceof RateLimitReachedError ||
		error instanceof ServerUnreachableError ||
		error instanceof UnexpectedAnswerError ||
		error instanceof AccessDeniedError;
	if (isPartial) return error;
	throw error;
}

/**
 * Reads the timeline of a stream from behind its cursor on: to its top, or until it used its share of the
 * queue's room (in characters), or a page limit.
 */
export async function readStream(run: RunContext, stream: Stream, room: number): Promise<ReadOutcome> {
	const { state, server, client } = run;
	const since = startOf(run, stream);
	if (startingId(server, since) === undefined) return readBelow(run, stream, since, undefined, room);
	const cursors = stream.hashtags.map((hashtag) => state.tags.get(hashtag)!);
	const ending = await readPages(
		run,
		readUpward({ client, server, stream, since }),
		room,
		({ readUpTo = 0 }) => {
			for (const cursor of cursors) cursor.cursor = Math.max(cursor.cursor, readUpTo);
		},
	);
	return { ...ending, upToDate: ending.complete };
}

/** Reads on where an earlier run had to stop. */
export async function readGap(run: RunContext, gap: Gap, room: number): Promise<ReadOutcome> {
	const { state, server } = run;
	const since = Math.max(gap.since, oldestWanted(run));
	const outcome = await readBelow(run, streamOf(gap.hashtags, server), since, gap.before, room);
	if (outcome.upToDate) state.gaps = state.gaps.filter((other) => other !== gap);
	return outcome;
}

/** Newest first. What is left when it ends early, for whatever reason, is kept as a gap. */
async function readBelow(
	run: RunContext,
	stream: Stream,
	since: number,
	before: string | undefined,
	room: number,
): Promise<ReadOutcome> {
	const { client, server, state } = run;
	const pages = readDownward({ client, server, stream, since }, knowledgeOf(run), before);
	let below: string | undefined;
	const ending = await readPages(run, pages, room, (page) => {
		if (before === undefined && below === undefined) rememberTip(run, page);
		({ below } = page);
	});
	if (!ending.complete && below !== undefined)
		state.gaps.push({ hashtags: stream.hashtags, before: below, since });
	return { ...ending, upToDate: ending.complete || below !== undefined };
}

/** Decides the posts of each page, and ends where a bound or a failure says so. */
async function readPages(
	run: RunContext,
	pages: AsyncGenerator<Page>,
	room: number,
	onPage: (page: Page) => void,
): Promise<Omit<ReadOutcome, 'upToDate'>> {
	const { state, server } = run;
	const roomToLeave = roomLeft(state.queue) - room;
	let found = 0;
	let count = 0;
	try {
		for await (const page of pages) {
			for (const post of page.posts) {
				if (considerPost(run, post, positionOf(post, server))) found++;
			}
			onPage(page);
			const isEnough = ++count === MOST_PAGES || roomLeft(state.queue) <= roomToLeave || isHoldingAll(run);
			if (isEnough) return { found, complete: false, problem: undefined };
		}
		return { found, complete: true, problem: undefined };
	} catch (error) {
		return { found, complete: false, problem: asPartialFailure(error) };
	}
}

/** Milliseconds since the epoch from which on a stream is read: behind the cursor, never before what was forgotten. */
function startOf(run: RunContext, stream: Stream): number {
	const lookback = Math.max(run.options.lookback, LEAST_LOOKBACK);
	const starts = stream.hashtags.map((hashtag) => {
		const { cursor, floor } = run.state.tags.get(hashtag)!;
		return Math.min(cursor, Math.max(floor, cursor - lookback));
	});
	return Math.max(Math.min(...starts), oldestWanted(run));
}

function oldestWanted({ clock, options }: RunContext): number {
	return clock.now() - options.maxAge;
}

function knowledgeOf({ state }: RunContext): (post: { readonly uri: string }) => boolean {
	const tip = new Set(state.tip);
	return ({ uri }) => tip.has(fingerprint(uri)) || state.seen.has(uri);
}

function rememberTip({ server, newTip }: RunContext, { all = [] }: Page): void {
	if (server.order === 'arrival') newTip.push(...all.slice(0, TIP_LENGTH).map(({ uri }) => fingerprint(uri)));
}
