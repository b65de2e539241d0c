/** A text or a number of an answer as text; empty for anything else, which has no text. */
export function textFrom(value: unknown): string {
	return typeof value === 'string' || typeof value === 'number' ? String(value) : '';
}
