import type { TimelineRules } from './profile.mts';
import type { SandboxRequest } from './sandbox-request.mts';

/** The `Link` header of a page: cursors from its ids, and of the other parameters only what the server keeps. */
export function pageLinks(
	request: SandboxRequest,
	base: string,
	page: readonly { readonly id: string }[],
	{ link, linkRels }: Pick<TimelineRules, 'link' | 'linkRels'>,
): Record<string, string> {
	const first = page[0];
	const last = page.at(-1);
	if (link === null || first === undefined || last === undefined) return {};
	const address = (cursor: string, id: string) => {
		const url = new URL(request.path, base);
		for (const [name, value] of request.query) {
			const kept = link === 'all' ? !name.endsWith('_id') : link.includes(name);
			if (kept) url.searchParams.append(name, value);
		}
		url.searchParams.append(cursor, id);
		return url.href;
	};
	const links = { next: address('max_id', last.id), prev: address('min_id', first.id) };
	return { link: linkRels.map((rel) => `<${links[rel]}>; rel="${rel}"`).join(', ') };
}
