import { objectAt, WrongShapeError } from '../mastodon/shape';
import type { Fields } from '../mastodon/shape';
import type { StateOwner } from '../ports/state-store';
import { AuthorMemory } from './author-memory';
import { Seen } from './seen';
import type { BoostState } from './state';
import { authorsOf, entryOf, gapOf, heldOf, seenOf, serverOf, tagOf } from './state-entries';
import { boundedList, stringsOf, time, wordsOf } from './state-values';

/** Raised when older code could not read the state rightly. */
export const STATE_VERSION = 1;
const FORMAT = 'mastodon-hashtag-boost';
/** The queue's room and a page beyond it hold fewer. */
const MOST_QUEUED = 2_500;

/** Why a stored text cannot be used. */
export class UnusableStateError extends Error {
	override readonly name = 'UnusableStateError';
}

/** JSON on one line. Posts are lists instead of objects: their names would be most of the text. */
export function encodeState(state: BoostState): string {
	const { owner, madeAt, server, tags, gaps, tips, seen, queue, held, authors } = state;
	return JSON.stringify({
		format: FORMAT,
		version: STATE_VERSION,
		owner,
		madeAt,
		server,
		tags: Object.fromEntries(
			[...tags].map(([name, { cursor, floor, known }]) => [name, [cursor, floor, Number(known)]]),
		),
		gaps: gaps.map(({ hashtags, before, since, tip }) => [hashtags, before, since, tip.join(' ')]),
		tips: Object.fromEntries([...tips].map(([name, prints]) => [name, prints.join(' ')])),
		seen: seen.toRecord(),
		queue: queue.map(({ id, uri, acct, createdAt, hashtags, tries, unsure, deferred }) => [
			id,
			uri,
			acct,
			createdAt / 1000,
			hashtags.join(' '),
			tries,
			Number(unsure) + 2 * Number(deferred),
		]),
		held: held.map(({ id, createdAt }) => [id, createdAt / 1000]),
		authors: authors.toRecord(),
	});
}

/** Throws `UnusableStateError` for a broken text, another version, and another account's state. */
export function decodeState(text: string, owner: StateOwner): BoostState {
	const fields = parsed(text);
	if (fields.format !== FORMAT) throw new UnusableStateError('it is not a state of this program');
	if (fields.version !== STATE_VERSION) {
		const version = typeof fields.version === 'number' ? fields.version : 'unknown';
		throw new UnusableStateError(`it is of version ${version}, and this program reads ${STATE_VERSION}`);
	}
	try {
		const stored = objectAt(fields.owner, 'owner');
		if (stored.instance !== owner.instance || stored.accountId !== owner.accountId) {
			return refuse('it belongs to another account');
		}
		return stateOf(fields, owner);
	} catch (error) {
		throw asUnusable(error);
	}
}

function stateOf(fields: Fields, owner: StateOwner): BoostState {
	const authors = authorsOf(fields.authors);
	return {
		owner,
		madeAt: time(fields.madeAt, 'madeAt'),
		server: serverOf(fields.server),
		tags: new Map(Object.entries(objectAt(fields.tags, 'tags')).map(([name, entry]) => [name, tagOf(entry)])),
		gaps: boundedList(fields.gaps, 'gaps').map(gapOf),
		tips: new Map(
			Object.entries(stringsOf(fields.tips, 'tips')).map(([name, prints]) => [name, wordsOf(prints)]),
		),
		seen: Seen.from(seenOf(fields.seen), authors.salt),
		queue: boundedList(fields.queue, 'queue', MOST_QUEUED).map(entryOf),
		held: boundedList(fields.held, 'held').map(heldOf),
		authors: AuthorMemory.from(authors),
	};
}

function parsed(text: string): Fields {
	try {
		return objectAt(JSON.parse(text), 'the state');
	} catch {
		return refuse('it is broken');
	}
}

function refuse(why: string): never {
	throw new UnusableStateError(why);
}

function asUnusable(error: unknown): Error {
	if (error instanceof WrongShapeError) return new UnusableStateError(`it is broken (${error.message})`);
	return error instanceof Error ? error : new Error(String(error));
}
