const UNITS: Readonly<Record<string, number>> = { s: 1_000, m: 60_000, h: 3_600_000, d: 86_400_000 };
/** A year: long enough for everything here, and short enough for every calculation. */
const LONGEST = 366 * 86_400_000;

/** Milliseconds of `90s`, `15m`, `24h`, `7d`; undefined for anything else. */
export function parseDuration(text: string): number | undefined {
	const match = /^(\d{1,9})\s*([smhd])$/i.exec(text.trim());
	if (!match) return undefined;
	const milliseconds = Number(match[1]) * UNITS[match[2]!.toLowerCase()]!;
	return milliseconds <= LONGEST ? milliseconds : undefined;
}

/** The largest whole unit: `7d`, `90s`. */
export function formatDuration(milliseconds: number): string {
	const seconds = Math.round(milliseconds / 1000);
	for (const [unit, size] of [
		['d', 86_400],
		['h', 3_600],
		['m', 60],
	] as const) {
		if (seconds >= size && seconds % size === 0) return `${seconds / size}${unit}`;
	}
	return `${seconds}s`;
}
