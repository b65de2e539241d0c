import type { Profile } from './profile.mts';

const minutes = (n: number) => n * 60_000;

/** Mastodon 4.5 with everything public. */
export const mastodon: Profile = {
	software: { name: 'mastodon', version: '4.5.3' },
	instance: { version: '4.5.3', v2: true, apiVersion: 7 },
	ids: { kind: 'snowflake', from: 'arrival' },
	hashtags: { normalise: 'mastodon', unknown: 200 },
	timeline: {
		any: 'any[]',
		all: 'all[]',
		none: 'none[]',
		perMode: 4,
		local: true,
		remote: true,
		onlyMedia: 'honoured',
		anonymous: null,
		appToken: null,
		reach: 'everything',
		visibilities: ['public'],
		boosts: 'never',
		reblogged: 'actual',
		shortPages: false,
		defaultLimit: 20,
		maxLimit: 40,
		// `PERMITTED_PARAMS` of `timelines/tag_controller.rb`: the extra hashtags and `remote` get lost.
		link: ['local', 'limit', 'only_media'],
		linkRels: ['next', 'prev'],
	},
	cursors: {
		compare: 'id',
		sinceId: 'floor',
		minId: 'contiguous',
		upward: 'newest-first',
		minWithSince: 'min-wins',
		pattern: null,
		maxAge: null,
	},
	reblog: {
		repeat: 'same-boost',
		answers: 'wrapper',
		visibility: 'honoured',
		onlyFromHome: false,
		scope: 'write:statuses',
		forbidden: 'This action is not allowed',
	},
	entities: { anonymousFlags: 'absent', createdAtMidnight: true },
	errors: { body: 'json', empty: [], always: null },
	anonymousReads: null,
	formCharset: 'accepted',
	rateLimits: {
		headers: true,
		windows: 'aligned',
		message: 'Too many requests',
		// `config/initializers/rack_attack.rb` and `lib/rate_limiter.rb`.
		buckets: [
			{ bucket: 'token', limit: 300, windowMs: minutes(5) },
			{ bucket: 'user', limit: 1500, windowMs: minutes(5) },
			{ bucket: 'anonymous', limit: 300, windowMs: minutes(5) },
			{ bucket: 'paging', limit: 300, windowMs: minutes(15) },
			{ bucket: 'deletes', limit: 30, windowMs: minutes(30) },
			{ bucket: 'apps', limit: 5, windowMs: minutes(10) },
			{ bucket: 'media', limit: 30, windowMs: minutes(30) },
			{ bucket: 'statuses', limit: 300, windowMs: minutes(180) },
		],
	},
	search: { resolve: true, maxLength: Infinity },
	oauth: { metadata: true, redirectUriList: true, basic: true },
};

/** GoToSocial: strict about tokens, boosts again whenever asked, ignores every filter of the timeline. */
export const gotosocial: Profile = {
	...mastodon,
	software: { name: 'gotosocial', version: '0.20.0' },
	instance: { version: '0.20.0', v2: true, apiVersion: null },
	ids: { kind: 'ulid', from: 'created' },
	hashtags: { normalise: 'nfc', unknown: 404 },
	timeline: {
		...mastodon.timeline,
		any: null,
		all: null,
		none: null,
		local: false,
		remote: false,
		onlyMedia: 'ignored',
		anonymous: { status: 401, message: 'Unauthorized: token not supplied' },
		appToken: { status: 401, message: 'Unauthorized: user not supplied or could not be fetched' },
		shortPages: true,
		link: ['limit'],
	},
	reblog: {
		...mastodon.reblog,
		repeat: 'new-boost',
		visibility: 'ignored',
		forbidden: 'Forbidden: you do not have permission to boost this status',
	},
	entities: { anonymousFlags: 'false', createdAtMidnight: false },
	anonymousReads: { status: 401, message: 'Unauthorized: token not supplied' },
	rateLimits: { ...mastodon.rateLimits, buckets: [{ bucket: 'address', limit: 300, windowMs: minutes(5) }] },
	oauth: { metadata: false, redirectUriList: false, basic: false },
};

/** snac 2: no Link header, HTML errors, boosts only what is in the booster's own timeline. */
export const snac: Profile = {
	...mastodon,
	software: { name: 'snac', version: '2.75' },
	instance: { version: '4.0.0 (not true; really snac/2.75)', v2: true, apiVersion: null },
	ids: { kind: 'snac', from: 'arrival' },
	hashtags: { normalise: 'lower-case', unknown: 200 },
	timeline: {
		...mastodon.timeline,
		any: null,
		all: null,
		none: null,
		local: false,
		remote: false,
		onlyMedia: 'ignored',
		boosts: 'same-id',
		reblogged: 'false',
		link: null,
	},
	cursors: { ...mastodon.cursors, compare: 'position' },
	reblog: { ...mastodon.reblog, answers: 'original', visibility: 'ignored', onlyFromHome: true },
	entities: { anonymousFlags: 'false', createdAtMidnight: false },
	errors: { body: 'html', empty: [401], always: null },
	rateLimits: { ...mastodon.rateLimits, headers: false, buckets: [] },
	oauth: { metadata: false, redirectUriList: false, basic: true },
};

/** A server nobody has heard of: only what works everywhere, `max_id` and `limit`. */
export const portable: Profile = {
	...mastodon,
	software: { name: 'somethingelse', version: '1.0.0' },
	instance: { version: '3.5.0 (compatible; somethingelse 1.0.0)', v2: false, apiVersion: null },
	ids: { kind: 'sequence', from: 'arrival' },
	hashtags: { normalise: 'lower-case', unknown: 200 },
	timeline: {
		...gotosocial.timeline,
		anonymous: null,
		appToken: null,
		reblogged: 'absent',
		shortPages: false,
		link: null,
	},
	cursors: { ...mastodon.cursors, sinceId: 'ignored', minId: 'ignored' },
	reblog: { ...mastodon.reblog, repeat: 'new-boost', answers: 'original', visibility: 'ignored' },
	rateLimits: { ...mastodon.rateLimits, headers: false, buckets: [] },
	search: { resolve: false, maxLength: Infinity },
	oauth: { metadata: false, redirectUriList: false, basic: true },
};
