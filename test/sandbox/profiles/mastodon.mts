import type { Profile } from '../profile.mts';

const MINUTE = 60_000;

/** Mastodon 4.5 with everything public. */
export const mastodon: Profile = {
	software: { name: 'mastodon', version: '4.5.3' },
	instance: { version: '4.5.3', v2: true, apiVersion: 7, timelinesAccess: true },
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
	entities: { anonymousFlags: 'absent', createdAtMidnight: true, reblogged: 'actual', indexable: true },
	statusesById: true,
	sendsDate: true,
	errors: { body: 'json', empty: [], always: null },
	anonymousReads: null,
	formCharset: 'accepted',
	rateLimits: {
		headers: true,
		windows: 'aligned',
		message: 'Too many requests',
		// `config/initializers/rack_attack.rb` and `lib/rate_limiter.rb`.
		buckets: [
			{ bucket: 'token', limit: 300, windowMs: 5 * MINUTE },
			{ bucket: 'user', limit: 1500, windowMs: 5 * MINUTE },
			{ bucket: 'anonymous', limit: 300, windowMs: 5 * MINUTE },
			{ bucket: 'paging', limit: 300, windowMs: 15 * MINUTE },
			{ bucket: 'deletes', limit: 30, windowMs: 30 * MINUTE },
			{ bucket: 'apps', limit: 5, windowMs: 10 * MINUTE },
			{ bucket: 'media', limit: 30, windowMs: 30 * MINUTE },
			{ bucket: 'statuses', limit: 300, windowMs: 180 * MINUTE },
		],
	},
	search: { resolve: true, maxLength: Infinity },
	oauth: { metadata: true, redirectUriList: true, granularScopes: true, basic: true },
};
