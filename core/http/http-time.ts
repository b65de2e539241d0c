/** A time of ISO 8601 or of an HTTP date: `Date.parse` alone takes "-5" for a day in 2001. */
const TIME =
	/^(?:\d{4}-\d\d-\d\dT[\d:.]{5,20}(?:Z|[+-]\d\d:\d\d)?|[A-Z][a-z]{2}, \d\d [A-Z][a-z]{2} \d{4} [\d:]{8} GMT)$/;

/** Milliseconds since the epoch of a header that holds a time; undefined where it holds none. */
export function httpTime(text: string | undefined): number | undefined {
	const trimmed = text?.trim() ?? '';
	const time = TIME.test(trimmed) ? Date.parse(trimmed) : NaN;
	return Number.isNaN(time) ? undefined : time;
}
