import type { Profile } from '../profile.mts';
import { compatible } from './compatible.mts';
import { mastodon } from './mastodon.mts';

/** Hollo 0.10, for one person: shows what that person follows, boosts of it included, and boosts again when asked again. */
export const hollo: Profile = {
	...compatible,
	software: { name: 'hollo', version: '0.10.0' },
	instance: { version: '0.10.0', v2: true, apiVersion: 7, timelinesAccess: false },
	// `federation/post.ts`: from the time of the post.
	ids: { kind: 'uuid7', from: 'created' },
	// `api/v1/timelines.ts`
	timeline: {
		...compatible.timeline,
		reach: 'home',
		visibilities: ['public', 'unlisted', 'private'],
		boosts: 'own-rows',
		maxLimit: 1000,
	},
	cursors: { ...mastodon.cursors, pattern: /^[\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12}$/ },
	// `api/v1/statuses.ts`: inserted each time.
	reblog: { ...mastodon.reblog, repeat: 'new-boost' },
	formCharset: 'refused',
	search: { resolve: true, maxLength: Infinity },
	oauth: { metadata: true, redirectUriList: true, granularScopes: true, basic: true },
};
