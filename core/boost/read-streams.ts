import { isSameHashtag } from '../mastodon/hashtag';
import type { Status } from '../mastodon/status';
import { withGap, withoutGap, withRest } from './gaps';
import type { Ending } from './read-pages';
import { readPages } from './read-pages';
import type { Knowledge } from './read-timeline';
import { readDownward, readUpward, startingId } from './read-timeline';
import type { RunContext } from './run-context';
import type { BoostState, Gap } from './state';
import type { Stream } from './streams';

/** Milliseconds that are always read again: an id is made a little before its post can be read. */
export const LEAST_LOOKBACK = 60_000;
/** Posts on top of a timeline that are remembered, to know later that what stands above them is new. */
const TIP_LENGTH = 10;
/** Stands for the top of an empty timeline. No fingerprint is so short: whatever is shown later is new. */
const NOTHING_YET = 'none';

/** What a run got of a timeline. */
export interface ReadOutcome extends Ending {
	/** The next run may start from the time of this one: what is left is kept as a gap. */
	readonly upToDate: boolean;
}

/**
 * Reads the timeline of a stream from behind its cursor on: to its top, or until it used its share of the
 * queue's room (in characters), or a page limit.
 */
export async function readStream(run: RunContext, stream: Stream, room: number): Promise<ReadOutcome> {
	const since = startOf(run, stream);
	return startingId(run.server, since) === undefined
		? readFromTop(run, stream, since, room)
		: readFromCursor(run, stream, since, room);
}

async function readFromCursor(
	run: RunContext,
	stream: Stream,
	since: number,
	room: number,
): Promise<ReadOutcome> {
	const { client, server, state, startedAt } = run;
	const cursors = stream.hashtags.map((hashtag) => state.tags.get(hashtag)!);
	const ending = await readPages(run, {
		pages: readUpward({ client, server, stream, since }),
		room,
		heedsFloor: true,
		onPage({ readUpTo = 0 }) {
			// A post dated in the future must not carry the cursor there.
			const reached = Math.min(readUpTo, startedAt);
			for (const cursor of cursors) cursor.cursor = Math.max(cursor.cursor, reached);
		},
	});
	return { ...ending, upToDate: ending.complete };
}

async function readFromTop(
	run: RunContext,
	stream: Stream,
	since: number,
	room: number,
): Promise<ReadOutcome> {
	const { client, server, state } = run;
	const { hashtags } = stream;
	const shown: Status[] = [];
	let below: string | undefined;
	const ending = await readPages(run, {
		pages: readDownward(
			{ client, server, stream, since },
			knowledgeOf(run, hashtags, tipOf(state, hashtags)),
		),
		room,
		heedsFloor: server.order === 'position',
		onPage(page) {
			if (shown.length < TIP_LENGTH * hashtags.length) shown.push(...(page.all ?? []));
			({ below } = page);
		},
	});
	if (ending.complete) {
		if (server.order === 'arrival') rememberTips(state, hashtags, shown);
		return { ...ending, upToDate: true };
	}
	if (below === undefined) return { ...ending, upToDate: false };
	state.gaps = withGap(state.gaps, { hashtags, before: below, since, tip: tipOf(state, hashtags) });
	// The gap is new: the cursor has to move, or the same stretch would be found again.
	return { ...ending, found: Math.max(1, ending.found), upToDate: true };
}

/** Reads on where an earlier run had to stop. */
export async function readGap(run: RunContext, gap: Gap, stream: Stream, room: number): Promise<ReadOutcome> {
	const { client, server, state } = run;
	const since = Math.max(gap.since, run.oldest());
	let below: string | undefined;
	const ending = await readPages(run, {
		pages: readDownward(
			{ client, server, stream, since },
			knowledgeOf(run, gap.hashtags, gap.tip),
			gap.before,
		),
		room,
		heedsFloor: false,
		onPage(page) {
			({ below } = page);
		},
	});
	if (ending.complete) state.gaps = withoutGap(state.gaps, gap);
	else if (below !== undefined) state.gaps = withRest(state.gaps, gap, below);
	return { ...ending, upToDate: ending.complete };
}

/** Milliseconds since the epoch from which on a stream is read: behind the cursor, never before what was forgotten. */
function startOf(run: RunContext, stream: Stream): number {
	const lookback = Math.max(run.options.lookback, LEAST_LOOKBACK);
	const starts = stream.hashtags.map((hashtag) => {
		const { cursor, floor } = run.state.tags.get(hashtag)!;
		return Math.min(cursor, Math.max(floor, cursor - lookback));
	});
	return Math.max(Math.min(...starts), run.oldest());
}

function knowledgeOf({ state }: RunContext, hashtags: readonly string[], tip: readonly string[]): Knowledge {
	const prints = new Set(tip);
	const isInTip = ({ uri }: Status) => prints.has(state.seen.printOf(uri));
	return {
		isAny: prints.size > 0,
		has: (post) => isInTip(post) || state.seen.has(post.uri),
		// Of several hashtags in one timeline, one may have been read later than the others.
		isTip: (post) => hashtags.length === 1 && isInTip(post),
		wasEmpty: prints.has(NOTHING_YET),
	};
}

/** By hashtag and not by stream, because hashtags are asked for alone or together from run to run. */
function tipOf({ tips }: BoostState, hashtags: readonly string[]): readonly string[] {
	return hashtags.flatMap((hashtag) => tips.get(hashtag) ?? []);
}

function rememberTips(
	{ tips, seen }: BoostState,
	hashtags: readonly string[],
	shown: readonly Status[],
): void {
	for (const hashtag of hashtags) {
		const carrying = shown.filter((post) => post.hashtags.some((carried) => isSameHashtag(carried, hashtag)));
		const prints = shown.length === 0 ? [NOTHING_YET] : carrying.map(({ uri }) => seen.printOf(uri));
		tips.set(hashtag, [...new Set([...prints, ...(tips.get(hashtag) ?? [])])].slice(0, TIP_LENGTH));
	}
}
