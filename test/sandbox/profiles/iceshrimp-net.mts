import type { Profile } from '../profile.mts';
import { compatible } from './compatible.mts';
import { mastodon } from './mastodon.mts';

/** Iceshrimp.NET 2025: parameters under names of its own, one cursor at a time, boosts under the scope for favourites. */
export const iceshrimpNet: Profile = {
	...compatible,
	software: { name: 'Iceshrimp.NET', version: '2025.1' },
	instance: {
		version: '4.2.1 (compatible; Iceshrimp.NET/2025.1)',
		v2: true,
		apiVersion: null,
		timelinesAccess: false,
	},
	// `NoteService.cs`: from the time of the post.
	ids: { kind: 'aidx', from: 'created' },
	// `TimelineController.cs` binds `any`, not `any[]`.
	timeline: { ...compatible.timeline, any: 'any', all: 'all', none: 'none', perMode: Infinity },
	// `QueryableExtensions.cs`, `Paginate`
	cursors: { ...mastodon.cursors, minWithSince: 'refused' },
	// `StatusController.cs`
	reblog: { ...mastodon.reblog, scope: 'write:favourites' },
	// 500 in 60 s; it has no headers for them yet.
	rateLimits: {
		headers: false,
		windows: 'sliding',
		message: 'Too many requests',
		buckets: [{ bucket: 'user', limit: 500, windowMs: 60_000 }],
	},
};
