/** A post that is to be boosted. */
export interface QueueEntry {
	readonly id: string;
	readonly uri: string;
	/** As the API writes it: `user` or `user@host`. */
	readonly acct: string;
	/** Milliseconds since the epoch, whole seconds. */
	readonly createdAt: number;
	/** Those asked for that it carries. */
	readonly hashtags: readonly string[];
	/** Boosts that failed. */
	tries: number;
	/** A boost was asked for and its outcome is not known: look before asking again. */
	unsure: boolean;
	/** It could not be looked at: others go first. */
	deferred: boolean;
}

/** Characters of state that waiting posts may take; reading pauses beyond. */
const ROOM = 28_000;
/** What an entry costs besides its texts. */
const OVERHEAD = 30;

/** Characters that are left; below 0 when the last page brought more than had room. */
export function roomLeft(queue: readonly QueueEntry[]): number {
	return queue.reduce((room, entry) => room - sizeOf(entry), ROOM);
}

function sizeOf({ id, uri, acct, hashtags }: QueueEntry): number {
	return id.length + uri.length + acct.length + hashtags.join().length + OVERHEAD;
}

/** Oldest first; the id settles a tie, so that the order is the same in every run. */
export function byAge(a: QueueEntry, b: QueueEntry): number {
	return a.createdAt - b.createdAt || a.id.length - b.id.length || (a.id < b.id ? -1 : 1);
}

/** How many more boosts an author may have today. */
type ShareOf = (acct: string) => number;

/**
 * The posts whose turn it is, oldest first. What may have been boosted already is found out first, whatever its
 * author's share; what could not be looked at comes last, so that it holds up nobody.
 */
export function nextTurn(
	queue: readonly QueueEntry[],
	most: number,
	shareOf: ShareOf,
): readonly QueueEntry[] {
	if (most <= 0) return [];
	const unsure = (isDeferred: boolean) =>
		queue
			.filter((entry) => entry.unsure && entry.deferred === isDeferred)
			.sort(byAge)
			.slice(0, most);
	const sure = (isDeferred: boolean) =>
		pickFair(
			queue.filter((entry) => !entry.unsure && entry.deferred === isDeferred),
			most,
			shareOf,
		);
	for (const turn of [unsure(false), sure(false), unsure(true)]) if (turn.length > 0) return turn;
	return sure(true);
}

/**
 * Oldest first. Hashtags take turns, so that a busy one cannot hold up a quiet one; authors who had their share
 * in 24 hours wait.
 */
export function pickFair(
	queue: readonly QueueEntry[],
	most: number,
	shareOf: ShareOf,
): readonly QueueEntry[] {
	const waiting = [...queue].sort(byAge);
	const shares = new Map([...new Set(queue.map(({ acct }) => acct))].map((acct) => [acct, shareOf(acct)]));
	const picked: QueueEntry[] = [];
	const turns = new Map<string, number>();
	const taken = new Map<string, number>();
	while (picked.length < most) {
		const next = nextInTurn(waiting, turns, (acct) => (taken.get(acct) ?? 0) < shares.get(acct)!);
		if (!next) break;
		waiting.splice(waiting.indexOf(next), 1);
		picked.push(next);
		taken.set(next.acct, (taken.get(next.acct) ?? 0) + 1);
		for (const hashtag of next.hashtags) turns.set(hashtag, (turns.get(hashtag) ?? 0) + 1);
	}
	return picked.sort(byAge);
}

/** The oldest post of the hashtag that had the fewest turns. */
function nextInTurn(
	waiting: readonly QueueEntry[],
	turns: ReadonlyMap<string, number>,
	mayBeBoosted: (acct: string) => boolean,
): QueueEntry | undefined {
	let next: QueueEntry | undefined;
	let fewest = Infinity;
	for (const entry of waiting) {
		const had = entry.hashtags.reduce((least, hashtag) => Math.min(least, turns.get(hashtag) ?? 0), Infinity);
		if (had < fewest && mayBeBoosted(entry.acct)) {
			next = entry;
			fewest = had;
		}
	}
	return next;
}

/**
 * Which post makes room in a full queue: the youngest of the author with the most posts in it, if that author
 * has more than `fairShare`. Undefined when the queue is full of everybody's posts: then reading waits.
 */
export function oneTooMany(queue: readonly QueueEntry[], fairShare: number): QueueEntry | undefined {
	const counts = new Map<string, number>();
	for (const { acct } of queue) counts.set(acct, (counts.get(acct) ?? 0) + 1);
	const [acct, count] = [...counts].reduce((most, next) => (next[1] > most[1] ? next : most), ['', 0]);
	if (count <= fairShare) return undefined;
	return queue
		.filter((entry) => entry.acct === acct)
		.sort(byAge)
		.at(-1);
}
