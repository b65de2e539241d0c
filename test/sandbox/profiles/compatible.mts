import type { Profile } from '../profile.mts';
import { mastodon } from './mastodon.mts';

/**
 * What servers that speak Mastodon's API mostly have in common, for profiles to begin with: one hashtag a request,
 * `min_id` and `max_id`, users' tokens for everything, no word about limits.
 */
export const compatible: Omit<Profile, 'software' | 'instance' | 'ids'> = {
	...mastodon,
	hashtags: { normalise: 'lower-case', unknown: 200 },
	timeline: {
		...mastodon.timeline,
		any: null,
		all: null,
		none: null,
		anonymous: { status: 401, message: 'The access token is invalid' },
		appToken: { status: 401, message: 'The access token is invalid' },
		link: 'all',
	},
	entities: { ...mastodon.entities, createdAtMidnight: false },
	statusesById: false,
	rateLimits: { ...mastodon.rateLimits, headers: false, buckets: [] },
	search: { resolve: false, maxLength: Infinity },
	oauth: { metadata: false, redirectUriList: false, granularScopes: true, basic: true },
};
