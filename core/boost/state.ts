import type { Server } from '../mastodon/server';
import type { StateOwner } from '../ports/state-store';
import { AuthorMemory } from './author-memory';
import type { QueueEntry } from './queue';
import { Seen } from './seen';

/** How far one hashtag is read. Milliseconds since the epoch, by the server's clock. */
export interface TagCursor {
	/** Everything up to here was read. */
	cursor: number;
	/** Nothing before this is judged: it was before the start, or it was judged and forgotten. */
	floor: number;
	/** A post with it was seen, so that the server knows the hashtag and may be asked for others with it. */
	known: boolean;
}

/** A stretch of a timeline that is still to be read, where a run had to stop. */
export interface Gap {
	readonly hashtags: readonly string[];
	/** Read on below this id. */
	readonly before: string;
	/** Down to this time, in milliseconds. */
	readonly since: number;
	/** The hashtags' tips when the gap was made: later ones stand above it. */
	readonly tip: readonly string[];
}

/** A post that is read again before it is decided (`min-age`, thresholds). */
export interface HeldPost {
	readonly id: string;
	/** Milliseconds since the epoch, not in the future when the post was found. */
	readonly createdAt: number;
}

/** The server's software, and when it told, in milliseconds since the epoch. */
export interface KnownServer extends Server {
	readonly checkedAt: number;
	/** Whether it honours several hashtags in a request; undefined until that was tried. */
	readonly packs: boolean | undefined;
}

/** What one run leaves to the next. */
export interface BoostState {
	readonly owner: StateOwner;
	/** When it was made, in milliseconds since the epoch: what was boosted before is known to the server alone. */
	readonly madeAt: number;
	/** What is known of the server. */
	server: KnownServer | undefined;
	readonly tags: Map<string, TagCursor>;
	gaps: Gap[];
	/** Where order is that of arrival: fingerprints of the top posts of each hashtag. What stands above is new. */
	readonly tips: Map<string, readonly string[]>;
	readonly seen: Seen;
	queue: QueueEntry[];
	held: HeldPost[];
	readonly authors: AuthorMemory;
}

export function newState(owner: StateOwner, salt: string, now: number): BoostState {
	return {
		owner,
		madeAt: now,
		server: undefined,
		tags: new Map(),
		gaps: [],
		tips: new Map(),
		seen: new Seen(salt),
		queue: [],
		held: [],
		authors: new AuthorMemory(salt),
	};
}

/** Posts that wait: to be boosted, or to be read again. */
export function waitingIn({ queue, held }: BoostState): number {
	return queue.length + held.length;
}
