import { RateLimitReachedError } from '../http/rate-limit-reached-error';
import { AccessDeniedError, ServerUnreachableError, UnexpectedAnswerError } from '../mastodon/api-errors';
import { considerPost, isHoldingAll } from './consider-post';
import { roomLeft } from './queue';
import type { Page } from './read-timeline';
import { positionOf } from './read-timeline';
import type { RunContext } from './run-context';

/** Pages of one stream in one run: 2,000 posts. */
const MOST_PAGES = 50;

/** How the reading of some pages ended. */
export interface Ending {
	/** Posts that no run had seen. */
	readonly found: number;
	/** Read to the end; if not, the next runs read on. */
	readonly complete: boolean;
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

export interface PageReading {
	readonly pages: AsyncGenerator<Page>;
	/** Characters of the queue's room that may be used. */
	readonly room: number;
	/** What stands below the hashtags' floors was judged before. Not so in a gap, which lies there unread. */
	readonly heedsFloor: boolean;
	/** Called once the posts of a page are decided. */
	readonly onPage: (page: Page) => void;
}

/** Decides the posts of each page, and ends where a bound or a failure says so. */
export async function readPages(
	run: RunContext,
	{ pages, room, heedsFloor, onPage }: PageReading,
): Promise<Ending> {
	const { state, server, startedAt } = run;
	const roomToLeave = roomLeft(state.queue) - room;
	let found = 0;
	let count = 0;
	try {
		for await (const page of pages) {
			for (const post of page.posts) {
				// Where late posts stand among the newest, they are remembered from now on and not from their age.
				const position = server.order === 'arrival' ? startedAt : positionOf(post, server);
				if (considerPost(run, post, Math.min(position, startedAt), heedsFloor)) found++;
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
