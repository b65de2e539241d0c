import { RateLimitReachedError } from '../http/rate-limit-reached-error';
import type { Http } from '../ports/http';
import { ApiReader } from './api-reader';
import type { Server } from './server';
import { serverFromVersion } from './server';
import { listAt, objectAt, textAt } from './shape';

/** https://nodeinfo.diaspora.software/protocol: the two versions whose `software` object is alike. */
const NODEINFO = /^http:\/\/nodeinfo\.diaspora\.software\/ns\/schema\/2\.[01]$/;

/**
 * Asks a server for its software: nodeinfo first, then `/api/v2/instance` and `/api/v1/instance`.
 * Undefined when it tells none of them. Throws `RateLimitReachedError` alone.
 */
export async function detectServer(http: Http, instance: string): Promise<Server | undefined> {
	const reader = new ApiReader(http, instance);
	return (
		(await attempt(() => fromNodeinfo(reader))) ??
		(await attempt(() => fromInstance(reader, '/api/v2/instance'))) ??
		(await attempt(() => fromInstance(reader, '/api/v1/instance')))
	);
}

async function fromNodeinfo(reader: ApiReader): Promise<Server | undefined> {
	const links = await reader.read({
		path: '/.well-known/nodeinfo',
		scope: '',
		parse: (json) => listAt(objectAt(json, 'nodeinfo').links, 'nodeinfo.links').map(nodeinfoPath),
	});
	const path = links?.value.filter((link) => link !== undefined).at(-1);
	if (path === undefined) return undefined;
	const document = await reader.read({
		path,
		scope: '',
		parse(json) {
			const software = objectAt(objectAt(json, 'nodeinfo').software, 'nodeinfo.software');
			return {
				software: textAt(software, 'name', 'nodeinfo.software').toLowerCase().slice(0, 40),
				version: textAt(software, 'version', 'nodeinfo.software').slice(0, 80),
			};
		},
	});
	return document?.value;
}

/** The path alone: wherever the link points, the question goes to the instance itself. */
function nodeinfoPath(link: unknown): string | undefined {
	const fields = objectAt(link, 'nodeinfo.links[]');
	if (!NODEINFO.test(textAt(fields, 'rel', 'nodeinfo.links[]'))) return undefined;
	return /^https?:\/\/[^/?#]+(\/[\w./-]{1,100})$/.exec(textAt(fields, 'href', 'nodeinfo.links[]'))?.[1];
}

async function fromInstance(reader: ApiReader, path: string): Promise<Server | undefined> {
	const read = await reader.read({
		path,
		scope: '',
		parse: (json) => textAt(objectAt(json, 'the instance'), 'version', 'the instance').slice(0, 200),
	});
	const server = read && serverFromVersion(read.value);
	return server?.software === 'unknown' ? undefined : server;
}

/** A way that does not work is no reason to stop: the portable way of reading needs no detection. */
async function attempt(way: () => Promise<Server | undefined>): Promise<Server | undefined> {
	return way().catch((error: unknown) => {
		if (error instanceof RateLimitReachedError) throw error;
		return undefined;
	});
}
