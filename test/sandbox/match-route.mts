import type { Route } from './route.mts';

export interface RouteMatch {
	readonly route: Route;
	readonly segments: Readonly<Record<string, string>>;
}

/** The first route that fits, with the named parts of the path decoded. */
export function matchRoute(routes: readonly Route[], method: string, path: string): RouteMatch | undefined {
	const parts = path.split('/');
	for (const route of routes) {
		const segments = route.method === method ? fit(route.pattern.split('/'), parts) : undefined;
		if (segments !== undefined) return { route, segments };
	}
	return undefined;
}

function fit(pattern: readonly string[], parts: readonly string[]): Record<string, string> | undefined {
	if (pattern.length !== parts.length) return undefined;
	const segments: Record<string, string> = {};
	for (const [index, wanted] of pattern.entries()) {
		const part = parts[index] ?? '';
		if (wanted.startsWith(':')) segments[wanted.slice(1)] = decode(part);
		else if (wanted !== part) return undefined;
	}
	return segments;
}

function decode(part: string): string {
	try {
		return decodeURIComponent(part);
	} catch {
		return part;
	}
}
