import type { Gap } from './state';

/** Gaps that are kept; beyond, the two lowest of the same hashtags become one. */
const MOST_GAPS = 20;

/** Adds the gap that a reading from the top left: of its hashtags it is the highest. */
export function withGap(gaps: readonly Gap[], gap: Gap): Gap[] {
	const all = [...gaps, gap];
	if (all.length <= MOST_GAPS) return all;
	const [lowest, next] = all.filter(({ hashtags }) => hashtags.join() === gap.hashtags.join());
	if (!lowest || !next) return all;
	// What lies between them was read already: to read it again does no harm.
	const merged = { ...next, since: Math.min(lowest.since, next.since), tip: lowest.tip };
	return withoutGap(all, lowest).map((other) => (other === next ? merged : other));
}

/** Puts what is left of a gap in its place. */
export function withRest(gaps: readonly Gap[], gap: Gap, before: string): Gap[] {
	return gaps.map((other) => (other === gap ? { ...gap, before } : other));
}

export function withoutGap(gaps: readonly Gap[], gap: Gap): Gap[] {
	return gaps.filter((other) => other !== gap);
}
