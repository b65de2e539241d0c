import type { Profile } from '../profile.mts';
import { compatible } from './compatible.mts';
import { mastodon } from './mastodon.mts';

/** Akkoma 3.16, for the Pleroma lineage: several hashtags, ids of arrival, tight limits without a word about them. */
export const akkoma: Profile = {
	...compatible,
	software: { name: 'akkoma', version: '3.16.0' },
	instance: {
		version: '2.7.2 (compatible; Akkoma 3.16.0)',
		v2: false,
		apiVersion: null,
		timelinesAccess: false,
	},
	// `activity.ex`: made when it is inserted.
	ids: { kind: 'flake', from: 'arrival' },
	timeline: {
		...compatible.timeline,
		// `timeline_controller.ex`: all of them, however many.
		any: 'any[]',
		all: 'all[]',
		none: 'none[]',
		perMode: Infinity,
		// `:restrict_unauthenticated`, in `timeline_controller.ex`
		anonymous: { status: 401, message: 'authorization required for timeline view' },
		appToken: { status: 401, message: 'authorization required for timeline view' },
	},
	reblog: { ...mastodon.reblog, forbidden: 'Access denied' },
	// `config.exs`, `:rate_limit`
	rateLimits: {
		headers: false,
		windows: 'aligned',
		message: 'Throttled',
		buckets: [
			{ bucket: 'timelines', limit: 3, windowMs: 500 },
			{ bucket: 'status-actions', limit: 15, windowMs: 10_000 },
			{ bucket: 'same-status', limit: 3, windowMs: 60_000 },
			{ bucket: 'search', limit: 30, windowMs: 1000 },
		],
	},
	search: { resolve: true, maxLength: Infinity },
};
