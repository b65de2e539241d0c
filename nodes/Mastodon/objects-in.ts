import type { IDataObject } from 'n8n-workflow';

/** The objects of a list in an answer; an entry of another kind is left out, and what is no list has none. */
export function objectsIn(value: unknown): readonly IDataObject[] {
	if (!Array.isArray(value)) return [];
	return value.filter((entry) => typeof entry === 'object' && entry !== null && !Array.isArray(entry));
}
