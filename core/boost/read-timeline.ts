import type { MastodonClient } from '../mastodon/client';
import { PAGE_SIZE } from '../mastodon/client';
import { idAt, idTime } from '../mastodon/id-time';
import type { Capabilities } from '../mastodon/server';
import type { Status } from '../mastodon/status';
import type { Stream } from './streams';

/** A page of a timeline, as far as it is new. */
export interface Page {
	/** Posts to be decided. */
	readonly posts: readonly Status[];
	/** Upward: everything up to this time, in milliseconds, was read. */
	readonly readUpTo?: number;
	/** Downward: what is left lies below this id; undefined while nothing is settled yet. */
	readonly below?: string | undefined;
	/** Downward: the page as the server gave it, newest first. */
	readonly all?: readonly Status[];
}

export interface Reading {
	readonly client: MastodonClient;
	readonly server: Capabilities;
	readonly stream: Stream;
	/** Nothing that stands before this is wanted. Milliseconds since the epoch. */
	readonly since: number;
}

/** What earlier runs saw of a timeline. */
export interface Knowledge {
	/** There were earlier runs, so that a post that they saw will be met further down. */
	readonly isAny: boolean;
	readonly has: (post: Status) => boolean;
	/** Whether it stood on top when the timeline was last read to its end: all that stands below it was there, too. */
	readonly isTip: (post: Status) => boolean;
	/** The timeline was read when there was nothing in it yet. */
	readonly wasEmpty: boolean;
}

/** Where a post stands in its timeline, in milliseconds: by its id where that tells, else by its age. */
export function positionOf({ id, createdAt }: Status, server: Capabilities): number {
	return idTime(server.ids, id) ?? createdAt;
}

/** A synthetic id to start from, where the server's ids are made of times and can be counted upwards from any. */
export function startingId(server: Capabilities, since: number): string | undefined {
	return server.paging === 'upward' ? idAt(server.ids, since) : undefined;
}

/**
 * Oldest first: each page starts right above the one before, so that a reader who stops has missed nothing
 * below. Ends on top of the timeline.
 */
export async function* readUpward({ client, server, stream, since }: Reading): AsyncGenerator<Page> {
	let minId = startingId(server, since)!;
	for (;;) {
		const { statuses, size } = await client.tagTimeline({ ...stream.query, from: { minId } });
		const posts = oldestFirst(statuses, server);
		const top = posts.at(-1);
		if (!top || top.id === minId) return;
		yield { posts, readUpTo: positionOf(top, server) };
		// A post that is deleted meanwhile shortens a page: only one that is far from full is the last.
		if (server.shortPageIsLast && size <= PAGE_SIZE / 2) return;
		minId = top.id;
	}
}

/**
 * Newest first, as every server can, from the top or from below `before` on. Where late posts stand among the
 * newest ones, age does not tell what is new: a post above one that an earlier run saw does, however old.
 */
export async function* readDownward(
	{ client, server, stream, since }: Reading,
	known: Knowledge,
	before?: string,
): AsyncGenerator<Page> {
	const isByArrival = server.order === 'arrival';
	let maxId = before;
	// Old posts on top of which it is not clear yet whether they came late or were always there.
	let late: Status[] = [];
	let metKnown = false;
	let metTip = false;
	let settled = before;
	for (;;) {
		const from = maxId === undefined ? {} : { from: { maxId } };
		const { statuses } = await client.tagTimeline({ ...stream.query, ...from });
		const last = statuses.at(-1);
		if (!last && maxId !== undefined && server.cursorsMustExist && (await isGone(client, maxId))) {
			// Deleted meanwhile: what lies below it can be reached from the top alone.
			maxId = undefined;
			late = [];
			continue;
		}
		// Of a timeline that was empty, all that it holds down to its end is new.
		if (!last && known.wasEmpty && !metKnown && late.length > 0)
			yield { posts: late, below: settled, all: [] };
		// A server that does not heed max_id gives the same page again.
		if (!last || last.id === maxId) return;
		const posts: Status[] = [];
		let metNew = false;
		for (const post of statuses) {
			const isKnown = known.has(post);
			metTip ||= known.isTip(post);
			if (isKnown && isByArrival) {
				metKnown = true;
				metNew ||= late.length > 0;
				posts.push(...late);
				late = [];
			}
			if (positionOf(post, server) >= since) {
				posts.push(post);
				metNew ||= !isKnown;
			} else if (isByArrival && !isKnown && !metTip) late.push(post);
			if (late.length === 0) settled = post.id;
		}
		yield { posts, below: settled, all: statuses };
		const isPast = positionOf(last, server) < since;
		const mayBeLate = isByArrival && (metNew || (known.isAny && !metKnown));
		if (isPast && !mayBeLate) return;
		maxId = last.id;
	}
}

async function isGone(client: MastodonClient, id: string): Promise<boolean> {
	return (await client.statuses([id])).length === 0;
}

/** Servers give pages newest first; one that does not must not send the reader in circles. */
function oldestFirst(page: readonly Status[], server: Capabilities): readonly Status[] {
	const [first, last] = [page[0], page.at(-1)];
	const isAscending = first && last && positionOf(first, server) < positionOf(last, server);
	return isAscending ? page : [...page].reverse();
}
