import type { MastodonClient, TagTimelineQuery } from '../mastodon/client';
import type { Status } from '../mastodon/status';
import { holdReason } from './consider-post';
import { skipReason } from './eligibility';
import type { Options } from './options';
import { prepareRun } from './prepare-run';
import { newProgress } from './progress';
import { judgeOf } from './run-context';
import type { RunHost } from './run-host';
import { distinctHashtags, planStreams } from './streams';
import { Tally } from './tally';

export interface ListBounds {
	/** Posts that are wanted. */
	readonly most: number;
	/** Pages of each timeline that are read for them. */
	readonly pages: number;
}

/**
 * The newest posts of the hashtags that meet the options, the newest first. Pages down by ids, not by the Link
 * header, which loses parameters. Knows no state and leaves none. Throws as a run fails.
 */
export async function listPosts(
	options: Options,
	host: Omit<RunHost, 'store' | 'onDecision'>,
	{ most, pages }: ListBounds,
): Promise<readonly Status[]> {
	const store = {
		load: async () => ({ status: 'absent' }) as const,
		save: noState,
		setAside: async () => '',
	};
	const progress = newProgress(host.clock.now(), new Tally(() => undefined));
	const run = await prepareRun(options, { ...host, store, onDecision: () => undefined }, progress, 'find');
	const { client, server, clock, state } = run;
	const hashtags = distinctHashtags(options.hashtags, server);
	const oldest = run.oldest();
	const timelines = planStreams(hashtags, options.match, server, () => false).map(({ query }) =>
		readDown(client, query, oldest, pages),
	);
	const found: Status[] = [];
	const met = new Set<string>();
	if (most <= 0) return found;
	for await (const post of newestFirst(timelines)) {
		if (met.has(post.uri)) continue;
		met.add(post.uri);
		if (skipReason(post, judgeOf(run)) || holdReason(post, options, clock.now())) continue;
		state.authors.add(post.account.acct, clock.now(), options.firstPostOnly);
		found.push(post);
		if (found.length >= most) break;
	}
	return found;
}

async function noState(): Promise<void> {}

/** Posts of one timeline in the server's order, until all of a page are too old. */
async function* readDown(
	client: MastodonClient,
	query: TagTimelineQuery,
	oldest: number,
	pages: number,
): AsyncGenerator<Status> {
	const asked = new Set<string>();
	let maxId: string | undefined;
	for (let page = 0; page < pages; page++) {
		const { statuses } = await client.tagTimeline(
			maxId === undefined ? query : { ...query, from: { maxId } },
		);
		const last = statuses.at(-1);
		// A server that does not heed max_id gives the same pages again.
		if (!last || asked.has(last.id)) return;
		asked.add(last.id);
		yield* statuses;
		if (statuses.every(({ createdAt }) => createdAt < oldest)) return;
		maxId = last.id;
	}
}

/** Merges timelines by the age of the posts on top of each. */
async function* newestFirst(timelines: ReadonlyArray<AsyncGenerator<Status>>): AsyncGenerator<Status> {
	const heads = await Promise.all(
		timelines.map(async (timeline) => ({ timeline, head: await timeline.next() })),
	);
	for (;;) {
		const left = heads.filter(({ head }) => !head.done);
		if (left.length === 0) return;
		const newest = left.reduce((a, b) =>
			(b.head.value as Status).createdAt > (a.head.value as Status).createdAt ? b : a,
		);
		yield newest.head.value as Status;
		newest.head = await newest.timeline.next();
	}
}
