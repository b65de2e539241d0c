import type { IdKind } from './id-time';

/** What a server can be trusted with. Every row is from the code of the software. */
export interface Capabilities {
	/** How up to four hashtags are asked for in one request; `none`: one request each. */
	readonly packing: 'any[]' | 'none';
	/** `upward`: `min_id` gives the posts right above it, so that a backlog can be read oldest first. */
	readonly paging: 'upward' | 'downward';
	readonly ids: IdKind;
	/** `position`: ids and `created_at` rise together; `arrival`: late posts stand among the newest. */
	readonly order: 'position' | 'arrival';
	/** Below a `max_id` that is not there any more, the server finds nothing. */
	readonly cursorsMustExist: boolean;
	/** A page with much less than was asked for is the last one. */
	readonly shortPageIsLast: boolean;
	/** A second boost of the same post answers the first one. */
	readonly boostsOnce: boolean;
	/** `reblogged` of a single status tells the truth. (Where it says yes, it does so everywhere.) */
	readonly tellsReblogged: boolean;
	/** `#Sénégal` and `#senegal` are one hashtag. */
	readonly foldsHashtags: boolean;
	/** A hashtag in the path may hold other letters than a to z. */
	readonly decodesPath: boolean;
	/** Statuses that can be read in one request by their ids. */
	readonly statusesAtOnce: number;
	/** The scope that a boost needs. */
	readonly boostScope: string;
	/** Milliseconds that the server wants between two boosts. */
	readonly boostPause: number;
}

/** What every server does: page down with `max_id`, one hashtag each, look before a boost. */
export const PORTABLE: Capabilities = {
	packing: 'none',
	paging: 'downward',
	ids: 'opaque',
	order: 'arrival',
	cursorsMustExist: false,
	shortPageIsLast: false,
	boostsOnce: false,
	tellsReblogged: false,
	foldsHashtags: false,
	decodesPath: true,
	statusesAtOnce: 1,
	boostScope: 'write:statuses',
	boostPause: 0,
};

const MASTODON: Capabilities = {
	packing: 'any[]',
	paging: 'upward',
	ids: 'snowflake',
	order: 'position',
	cursorsMustExist: false,
	shortPageIsLast: true,
	boostsOnce: true,
	tellsReblogged: true,
	foldsHashtags: true,
	decodesPath: true,
	statusesAtOnce: 20,
	boostScope: 'write:statuses',
	boostPause: 0,
};

/** By the name that nodeinfo gives, in lower case. */
const BY_SOFTWARE: Readonly<Record<string, Capabilities>> = {
	mastodon: MASTODON,
	gotosocial: { ...PORTABLE, paging: 'upward', ids: 'ulid', order: 'position', tellsReblogged: true },
	hollo: { ...PORTABLE, paging: 'upward', ids: 'uuid7', order: 'position', tellsReblogged: true },
	akkoma: { ...PORTABLE, packing: 'any[]', boostsOnce: true, tellsReblogged: true },
	pleroma: { ...PORTABLE, packing: 'any[]', boostsOnce: true, tellsReblogged: true },
	pixelfed: { ...PORTABLE, boostsOnce: true },
	// One boost for all requests, but it is announced again each time: it must be asked once as well.
	snac: {
		...PORTABLE,
		ids: 'seconds',
		order: 'position',
		cursorsMustExist: true,
		tellsReblogged: true,
		decodesPath: false,
	},
	friendica: { ...PORTABLE, boostsOnce: true },
	'iceshrimp.net': {
		...PORTABLE,
		order: 'position',
		boostsOnce: true,
		tellsReblogged: true,
		boostScope: 'write:favourites',
	},
	// `notes/create.ts`: a second apart, or 401.
	sharkey: { ...PORTABLE, order: 'position', boostPause: 1000 },
	mitra: PORTABLE,
	takahe: { ...PORTABLE, boostsOnce: true, boostScope: 'write:favourites' },
};

export interface Server {
	/** Name of the software in lower case; `unknown` where the server does not tell. */
	readonly software: string;
	readonly version: string;
}

export const UNKNOWN_SERVER: Server = { software: 'unknown', version: '' };

export function capabilitiesOf({ software, version }: Server): Capabilities {
	if (!Object.hasOwn(BY_SOFTWARE, software)) return PORTABLE;
	const capabilities = BY_SOFTWARE[software]!;
	// Mastodon reads several statuses at once since 4.3.
	return /^(?:[0-3]\.|4\.[0-2]\.)/.test(version) ? { ...capabilities, statusesAtOnce: 1 } : capabilities;
}

/**
 * Reads the version text of `/api/v1|2/instance` where nodeinfo is closed: compatible servers name themselves
 * in brackets (`2.7.2 (compatible; Akkoma 3.16.0)`), and only a plain version is Mastodon's own.
 */
export function serverFromVersion(version: string): Server {
	const named = /\((?:compatible;|not true; really) {0,3}([A-Za-z.]{2,30})(?:[ /]([\w.+-]{1,40}))?/.exec(
		version,
	);
	if (named) return { software: named[1]!.toLowerCase(), version: named[2] ?? '' };
	const forked = /^takahe\/([\w.]{1,20})/.exec(version);
	return forked ? { software: 'takahe', version: forked[1]! } : { software: 'unknown', version };
}
