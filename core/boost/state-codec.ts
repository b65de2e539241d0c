import { isId, listAt, objectAt, optionalFlag, textAt, WrongShapeError } from '../mastodon/shape';
import type { Fields } from '../mastodon/shape';
import type { StateOwner } from '../ports/state-store';
import { AuthorMemory } from './author-memory';
import type { QueueEntry } from './queue';
import { Seen } from './seen';
import type { BoostState, Gap, HeldPost, TagCursor } from './state';

/** Raised when older code could not read the state rightly. */
export const STATE_VERSION = 1;
const FORMAT = 'mastodon-hashtag-boost';

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

function serverOf(value: unknown): BoostState['server'] {
	if (value === undefined) return undefined;
	const fields = objectAt(value, 'server');
	return {
		software: textAt(fields, 'software', 'server'),
		version: string(fields.version, 'server.version'),
		checkedAt: time(fields.checkedAt, 'server.checkedAt'),
		packs: optionalFlag(fields.packs),
	};
}

function tagOf(value: unknown): TagCursor {
	const [end, start, known] = listAt(value, 'tags[]');
	const [cursor, floor] = [time(end, 'cursor'), time(start, 'floor')];
	// With a floor in times to come every post would be passed over.
	if (floor > cursor) throw new WrongShapeError('floor', 'a time up to the cursor');
	return { cursor, floor, known: known === 1 };
}

function gapOf(value: unknown): Gap {
	const [hashtags, before, since, tip] = listAt(value, 'gaps[]');
	return {
		hashtags: listAt(hashtags, 'gaps[].hashtags').map((name) => string(name, 'gaps[].hashtags')),
		before: id(before, 'gaps[].before'),
		since: time(since, 'gaps[].since'),
		tip: wordsOf(string(tip, 'gaps[].tip')),
	};
}

function entryOf(value: unknown): QueueEntry {
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

function heldOf(value: unknown): HeldPost {
	const [name, seconds] = listAt(value, 'held[]');
	return { id: id(name, 'held[].id'), createdAt: wholeSeconds(seconds, 'held[].createdAt') };
}

/** Slots of `Seen` in base 36: what is no number would never be forgotten. */
function seenOf(value: unknown): Record<string, string> {
	const slots = stringsOf(value, 'seen');
	const odd = Object.keys(slots).find((slot) => !/^-?[0-9a-z]{1,7}$/.test(slot));
	if (odd !== undefined) throw new WrongShapeError('seen', 'a list of slots');
	return slots;
}

function authorsOf(value: unknown): { salt: string; recent: string; ever: string } {
	const { salt, recent, ever } = stringsOf(value, 'authors');
	const record = { salt: string(salt, 'salt'), recent: string(recent, 'recent'), ever: string(ever, 'ever') };
	if (!AuthorMemory.canRead(record)) throw new WrongShapeError('recent', 'a list of boosts');
	return record;
}

function stringsOf(value: unknown, where: string): Record<string, string> {
	return Object.fromEntries(
		Object.entries(objectAt(value, where)).map(([name, entry]) => [name, string(entry, `${where}.${name}`)]),
	);
}

/** As many as no run leaves behind. */
const MOST_ENTRIES = 10_000;
/** The queue's room and a page beyond it hold fewer. */
const MOST_QUEUED = 2_500;

function boundedList(value: unknown, where: string, most = MOST_ENTRIES): readonly unknown[] {
	const list = listAt(value, where);
	if (list.length > most) throw new WrongShapeError(where, `a list of ${most} at most`);
	return list;
}

/** It will stand in a path. */
function id(value: unknown, where: string): string {
	const text = string(value, where);
	if (!isId(text)) throw new WrongShapeError(where, 'an id');
	return text;
}

function count(value: unknown, where: string): number {
	const counted = number(value, where);
	if (!Number.isSafeInteger(counted) || counted < 0) throw new WrongShapeError(where, 'a count');
	return counted;
}

/** Milliseconds of whole seconds: of parts of one, writing and reading would give another time. */
function wholeSeconds(value: unknown, where: string): number {
	const seconds = number(value, where);
	if (!Number.isInteger(seconds)) throw new WrongShapeError(where, 'a number of seconds');
	return time(seconds * 1000, where);
}

function wordsOf(text: string): readonly string[] {
	return text === '' ? [] : text.split(' ');
}

function string(value: unknown, where: string): string {
	if (typeof value !== 'string') throw new WrongShapeError(where, 'a text');
	return value;
}

function number(value: unknown, where: string): number {
	if (typeof value !== 'number' || !Number.isFinite(value)) throw new WrongShapeError(where, 'a number');
	return value;
}

/** The latest time that a `Date` can hold. */
const LATEST = 8.64e15;

function time(value: unknown, where: string): number {
	const milliseconds = number(value, where);
	if (Math.abs(milliseconds) > LATEST) throw new WrongShapeError(where, 'a time');
	return milliseconds;
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
