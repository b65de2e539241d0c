/**
 * The cursor of the next page of a list whose entries do not tell it: it stands in the `Link` header alone. No more
 * than the ID is taken from there, so that no header leads a token elsewhere; none that was asked for before.
 */
export function nextMaxId(link: string | undefined, asked: ReadonlySet<string>): string | undefined {
	const next = link?.split(',').find((part) => /rel="?next"?/.test(part));
	const id = next && /[?&]max_id=([\w-]{1,100})/.exec(next)?.[1];
	return id === undefined || asked.has(id) ? undefined : id;
}
