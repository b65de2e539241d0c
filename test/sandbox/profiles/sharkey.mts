import type { Profile } from '../profile.mts';
import { compatible } from './compatible.mts';
import { mastodon } from './mastodon.mts';

/** Sharkey 2024.9: pages upside down, 401 for whatever goes wrong, and boosts again when asked again. */
export const sharkey: Profile = {
	...compatible,
	software: { name: 'sharkey', version: '2024.9.1' },
	instance: {
		version: '3.0.0 (compatible; Sharkey 2024.9.1)',
		v2: true,
		apiVersion: null,
		timelinesAccess: false,
	},
	// `NoteCreateService.ts`: from the time of the post.
	ids: { kind: 'aidx', from: 'created' },
	timeline: { ...compatible.timeline, reblogged: 'false', link: null },
	// `QueryService.ts`
	cursors: { ...mastodon.cursors, sinceId: 'contiguous', upward: 'oldest-first' },
	// `notes/create.ts`: no check for an earlier one.
	reblog: { ...mastodon.reblog, repeat: 'new-boost' },
	// `mastodon/converters.ts`
	entities: { ...compatible.entities, reblogged: 'false' },
	errors: { body: 'json', empty: [], always: 401 },
	// `notes/create.ts`: 300 an hour, a second apart. The Mastodon layer answers 401 to a limit, too.
	rateLimits: {
		headers: false,
		windows: 'sliding',
		message: 'Rate limit exceeded. Please try again later.',
		buckets: [
			{ bucket: 'boosts', limit: 300, windowMs: 3_600_000 },
			{ bucket: 'boost-interval', limit: 1, windowMs: 1000 },
		],
	},
	search: { resolve: true, maxLength: Infinity },
};
