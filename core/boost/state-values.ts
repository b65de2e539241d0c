import { isId, listAt, objectAt, WrongShapeError } from '../mastodon/shape';

/** As many as no run leaves behind. */
const MOST_ENTRIES = 10_000;

/** An object of texts. Like all here: throws `WrongShapeError`; `where` is the value's path. */
export function stringsOf(value: unknown, where: string): Record<string, string> {
	return Object.fromEntries(
		Object.entries(objectAt(value, where)).map(([name, entry]) => [name, string(entry, `${where}.${name}`)]),
	);
}

export function boundedList(value: unknown, where: string, most = MOST_ENTRIES): readonly unknown[] {
	const list = listAt(value, where);
	if (list.length > most) throw new WrongShapeError(where, `a list of ${most} at most`);
	return list;
}

/** It will stand in a path. */
export function id(value: unknown, where: string): string {
	const text = string(value, where);
	if (!isId(text)) throw new WrongShapeError(where, 'an id');
	return text;
}

export function count(value: unknown, where: string): number {
	const counted = number(value, where);
	if (!Number.isSafeInteger(counted) || counted < 0) throw new WrongShapeError(where, 'a count');
	return counted;
}

/** Milliseconds of whole seconds: of parts of one, writing and reading would give another time. */
export function wholeSeconds(value: unknown, where: string): number {
	const seconds = number(value, where);
	if (!Number.isInteger(seconds)) throw new WrongShapeError(where, 'a number of seconds');
	return time(seconds * 1000, where);
}

export function wordsOf(text: string): readonly string[] {
	return text === '' ? [] : text.split(' ');
}

export function string(value: unknown, where: string): string {
	if (typeof value !== 'string') throw new WrongShapeError(where, 'a text');
	return value;
}

export function number(value: unknown, where: string): number {
	if (typeof value !== 'number' || !Number.isFinite(value)) throw new WrongShapeError(where, 'a number');
	return value;
}

/** The latest time that a `Date` can hold. */
const LATEST = 8.64e15;

export function time(value: unknown, where: string): number {
	const milliseconds = number(value, where);
	if (Math.abs(milliseconds) > LATEST) throw new WrongShapeError(where, 'a time');
	return milliseconds;
}
