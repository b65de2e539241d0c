import { ParameterError } from './parameter-error';

/** The end of the year 9999: what servers and time zones can calculate with. */
const LATEST = Date.UTC(9999, 11, 31);

/** ISO 8601 in UTC of a date and time; without an offset it is meant in the workflow's time zone. */
export function scheduledTime(text: string, timezone: string): string {
	const hasOffset = /(?:Z|[+-]\d{2}:?\d{2})$/i.test(text);
	const asUtc = Date.parse(
		hasOffset ? text : `${text.replace(' ', 'T').replace(/^(\d{4}-\d\d-\d\d)$/, '$1T00:00')}Z`,
	);
	if (!(asUtc >= 0 && asUtc < LATEST)) {
		throw new ParameterError(`"${text.slice(0, 60)}" is no date and time: write it like 2026-12-24T18:00.`);
	}
	if (hasOffset) return new Date(asUtc).toISOString();
	// Twice, because the first guess may lie on the other side of a change of the clocks.
	const guess = asUtc - offsetAt(asUtc, timezone);
	return new Date(asUtc - offsetAt(guess, timezone)).toISOString();
}

/** Milliseconds by which the clocks of a time zone are ahead of UTC at that time. */
function offsetAt(time: number, timezone: string): number {
	const parts = new Intl.DateTimeFormat('en-US', {
		timeZone: timezone,
		hourCycle: 'h23',
		year: 'numeric',
		month: 'numeric',
		day: 'numeric',
		hour: 'numeric',
		minute: 'numeric',
		second: 'numeric',
	}).formatToParts(time);
	const at = (type: string) => Number(parts.find((part) => part.type === type)?.value);
	const local = Date.UTC(at('year'), at('month') - 1, at('day'), at('hour'), at('minute'), at('second'));
	return local - Math.floor(time / 1000) * 1000;
}
