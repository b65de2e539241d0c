import type { Profile } from '../profile.mts';
import { compatible } from './compatible.mts';
import { mastodon } from './mastodon.mts';

/** GoToSocial: strict about tokens, boosts again whenever asked, ignores every filter of the timeline. */
export const gotosocial: Profile = {
	...compatible,
	software: { name: 'gotosocial', version: '0.20.0' },
	instance: { version: '0.20.0', v2: true, apiVersion: null, timelinesAccess: false },
	// `dereferencing/status.go`: always from the time of the post.
	ids: { kind: 'ulid', from: 'created' },
	// `text/normalize.go`: NFC, no folding. `timelines/tag.go`: 404 for an unknown one.
	hashtags: { normalise: 'nfc', unknown: 404 },
	timeline: {
		...compatible.timeline,
		local: false,
		remote: false,
		onlyMedia: 'ignored',
		anonymous: { status: 401, message: 'Unauthorized: token not supplied' },
		appToken: { status: 401, message: 'Unauthorized: user not supplied or could not be fetched' },
		// `processing/timeline/tag.go`: filtered after the page was loaded.
		shortPages: true,
		link: ['limit'],
	},
	// `processing/status/boost.go`, `typeutils/internal.go`: no look-up, no unique index.
	reblog: {
		...mastodon.reblog,
		repeat: 'new-boost',
		visibility: 'ignored',
		forbidden: 'Forbidden: you do not have permission to boost this status',
	},
	entities: { ...compatible.entities, anonymousFlags: 'false' },
	anonymousReads: { status: 401, message: 'Unauthorized: token not supplied' },
	// `docs/api/ratelimiting.md`
	rateLimits: { ...mastodon.rateLimits, buckets: [{ bucket: 'address', limit: 300, windowMs: 5 * 60_000 }] },
	search: { resolve: true, maxLength: Infinity },
	oauth: { ...compatible.oauth, basic: false },
};
