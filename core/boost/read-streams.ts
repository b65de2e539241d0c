import { RateLimitReachedError } from '../http/rate-limit-reached-error';
import { AccessDeniedError, ServerUnreachableError, UnexpectedAnswerError } from '../mastodon/api-errors';
import { considerPost, isHoldingAll } from './consider-post';
import { fingerprint } from './fingerprint';
import { roomLeft } from './queue';
import type { Knowledge, Page } from './read-timeline';
import { positionOf, readDownward, readUpward, startingId } from './read-timeline';
import type { Status } from '../mastodon/status';
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
/** Gaps that are kept; beyond, the oldest of the same hashtags become one. */
const MOST_GAPS = 20;

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
			// A post dated in the future must not carry the cursor there.
			const reached = Math.min(readUpTo, run.startedAt);
			for (const cursor of cursors) cursor.cursor = Math.max(cursor.cursor, reached);
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
	const pages = readDownward({ client, server, stream, since }, knowledgeOf(run, stream), before);
	let below: string | undefined;
	let tip: readonly Status[] | undefined;
	const ending = await readPages(run, pages, room, (page) => {
		tip ??= page.all;
		({ below } = page);
	});
	if (before === undefined && tip) rememberTip(run, stream, tip);
	if (ending.complete || below === undefined) return { ...ending, upToDate: ending.complete };
	state.gaps = withGap(state.gaps, { hashtags: stream.hashtags, before: below, since });
	// The gap is new: the cursor has to move, or the same stretch would be found again.
	return { ...ending, found: Math.max(1, ending.found), upToDate: true };
}

/** Adds a gap; when there are too many, the two oldest of the same hashtags become one. */
function withGap(gaps: readonly Gap[], gap: Gap): Gap[] {
	const all = [...gaps, gap];
	if (all.length <= MOST_GAPS) return all;
	const [oldest, next] = all.filter(({ hashtags }) => hashtags.join() === gap.hashtags.join());
	if (!oldest || !next) return all;
	const merged = { ...next, since: Math.min(oldest.since, next.since) };
	return all.filter((other) => other !== oldest).map((other) => (other === next ? merged : other));
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
				// Where late posts stand among the newest, they are remembered from now on and not from their age.
				const position = server.order === 'arrival' ? run.startedAt : positionOf(post, server);
				if (considerPost(run, post, Math.min(position, run.startedAt))) found++;
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

function knowledgeOf({ state }: RunContext, { hashtags }: Stream): Knowledge {
	const tip = new Set(state.tips.get(tipKey(hashtags)));
	return {
		isAny: tip.size > 0,
		has: ({ uri }) => tip.has(fingerprint(uri)) || state.seen.has(uri),
	};
}

function rememberTip({ server, state }: RunContext, { hashtags }: Stream, page: readonly Status[]): void {
	if (server.order !== 'arrival') return;
	const prints = page.slice(0, TIP_LENGTH).map(({ uri }) => fingerprint(uri));
	state.tips.set(tipKey(hashtags), prints);
}

function tipKey(hashtags: readonly string[]): string {
	return hashtags.join(' ');
}
