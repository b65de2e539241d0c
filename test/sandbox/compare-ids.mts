/** Negative when `a` is below `b`: by length, then letter by letter, as Mastodon's documentation advises. */
export function compareIds(a: string, b: string): number {
	if (a.length !== b.length) return a.length - b.length;
	return a < b ? -1 : a > b ? 1 : 0;
}
