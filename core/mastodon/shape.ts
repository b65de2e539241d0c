/** A JSON value that is not of the documented shape. Callers add the endpoint. */
export class WrongShapeError extends Error {
	override readonly name = 'WrongShapeError';

	constructor(
		readonly field: string,
		readonly expected: string,
	) {
		super(`${field} is not ${expected}`);
	}
}

export type Fields = Readonly<Record<string, unknown>>;

/** The fields of a JSON object; `where` is its path in the answer, for the error. */
export function objectAt(value: unknown, where: string): Fields {
	if (typeof value !== 'object' || value === null || Array.isArray(value)) {
		throw new WrongShapeError(where, 'an object');
	}
	return value as Fields;
}

export function listAt(value: unknown, where: string): readonly unknown[] {
	if (!Array.isArray(value)) throw new WrongShapeError(where, 'a list');
	return value;
}

/** A text that must be there, not be empty and have `longest` characters at most. */
export function textAt(fields: Fields, name: string, where: string, longest = Infinity): string {
	const value = fields[name];
	if (typeof value !== 'string' || value === '') throw new WrongShapeError(`${where}.${name}`, 'a text');
	if (value.length > longest) {
		throw new WrongShapeError(`${where}.${name}`, `a text of ${longest} characters at most`);
	}
	return value;
}

/** Whether an id is made of signs that can stand in a path. */
export function isId(text: string): boolean {
	return /^[\w~:-][\w.~:-]{0,199}$/.test(text);
}

/** An id that must be there, of signs that can stand in a path. */
export function idAt(fields: Fields, name: string, where: string): string {
	const id = textAt(fields, name, where);
	if (!isId(id)) throw new WrongShapeError(`${where}.${name}`, 'an id');
	return id;
}

/** Milliseconds since the epoch of an ISO 8601 time that must be there. */
export function timeAt(fields: Fields, name: string, where: string): number {
	const time = Date.parse(textAt(fields, name, where));
	if (Number.isNaN(time)) throw new WrongShapeError(`${where}.${name}`, 'a time');
	return time;
}

export function optionalText(value: unknown): string | undefined {
	return typeof value === 'string' && value !== '' ? value : undefined;
}

export function optionalFlag(value: unknown): boolean | undefined {
	return typeof value === 'boolean' ? value : undefined;
}

export function countOf(value: unknown): number {
	return typeof value === 'number' && Number.isFinite(value) && value > 0 ? Math.floor(value) : 0;
}

export function listOf(value: unknown): readonly unknown[] {
	return Array.isArray(value) ? value : [];
}
