import { listAt, objectAt, optionalFlag, textAt, WrongShapeError } from '../mastodon/shape';
import { AuthorMemory } from './author-memory';
import type { AuthorRecord } from './author-memory';
import type { QueueEntry } from './queue';
import type { SeenRecord } from './seen';
import type { BoostState, Gap, HeldPost, TagCursor } from './state';
import { count, id, string, stringsOf, time, wholeSeconds, wordsOf } from './state-values';

/** `{software, version, checkedAt, packs}`; absent until the server told. Like all here: throws `WrongShapeError`. */
export function serverOf(value: unknown): BoostState['server'] {
	if (value === undefined) return undefined;
	const fields = objectAt(value, 'server');
	return {
		software: textAt(fields, 'software', 'server'),
		version: string(fields.version, 'server.version'),
		checkedAt: time(fields.checkedAt, 'server.checkedAt'),
		packs: optionalFlag(fields.packs),
	};
}

/** `[cursor, floor, known]` */
export function tagOf(value: unknown): TagCursor {
	const [end, start, known] = listAt(value, 'tags[]');
	const [cursor, floor] = [time(end, 'cursor'), time(start, 'floor')];
	// With a floor in times to come every post would be passed over.
	if (floor > cursor) throw new WrongShapeError('floor', 'a time up to the cursor');
	return { cursor, floor, known: known === 1 };
}

/** `[hashtags, before, since, tip]` */
export function gapOf(value: unknown): Gap {
	const [hashtags, before, since, tip] = listAt(value, 'gaps[]');
	return {
		hashtags: listAt(hashtags, 'gaps[].hashtags').map((name) => string(name, 'gaps[].hashtags')),
		before: id(before, 'gaps[].before'),
		since: time(since, 'gaps[].since'),
		tip: wordsOf(string(tip, 'gaps[].tip')),
	};
}

/** `[id, uri, acct, seconds, hashtags, tries, marks]`; marks: 1 for unsure, 2 for deferred. */
export function entryOf(value: unknown): QueueEntry {
	const [name, uri, acct, seconds, hashtags, tries, marks] = listAt(value, 'queue[]');
	return {
		id: id(name, 'queue[].id'),
		uri: string(uri, 'queue[].uri'),
		acct: string(acct, 'queue[].acct'),
		createdAt: wholeSeconds(seconds, 'queue[].createdAt'),
		hashtags: string(hashtags, 'queue[].hashtags').split(' '),
		tries: count(tries, 'queue[].tries'),
		unsure: marks === 1 || marks === 3,
		deferred: marks === 2 || marks === 3,
	};
}

/** `[id, seconds]` */
export function heldOf(value: unknown): HeldPost {
	const [name, seconds] = listAt(value, 'held[]');
	return { id: id(name, 'held[].id'), createdAt: wholeSeconds(seconds, 'held[].createdAt') };
}

/** Slots of `Seen` in base 36: what is no number would never be forgotten. */
export function seenOf(value: unknown): SeenRecord {
	const slots = stringsOf(value, 'seen');
	const odd = Object.keys(slots).find((slot) => !/^-?[0-9a-z]{1,7}$/.test(slot));
	if (odd !== undefined) throw new WrongShapeError('seen', 'a list of slots');
	return slots;
}

/** `{salt, recent, ever}` */
export function authorsOf(value: unknown): AuthorRecord {
	const { salt, recent, ever } = stringsOf(value, 'authors');
	const record = { salt: string(salt, 'salt'), recent: string(recent, 'recent'), ever: string(ever, 'ever') };
	if (!AuthorMemory.canRead(record)) throw new WrongShapeError('recent', 'a list of boosts');
	return record;
}
