import type { Profile } from '../profile.mts';
import { compatible } from './compatible.mts';
import { mastodon } from './mastodon.mts';
import { unfiltered } from './unfiltered.mts';

/** Mitra: `max_id` and `limit` alone. What its code did not tell is taken to be the worst. */
export const mitra: Profile = {
	...compatible,
	software: { name: 'mitra', version: '3.14.0' },
	instance: {
		version: '4.0.0 (compatible; Mitra 3.14.0)',
		v2: true,
		apiVersion: null,
		timelinesAccess: false,
	},
	ids: { kind: 'uuid7', from: 'arrival' },
	// `timelines/views.rs`
	timeline: {
		...unfiltered,
		reblogged: 'absent',
		linkRels: ['next'],
	},
	cursors: { ...mastodon.cursors, sinceId: 'ignored', minId: 'ignored' },
	// `statuses/views.rs`: does not look for an earlier one.
	reblog: { ...mastodon.reblog, repeat: 'new-boost', visibility: 'ignored' },
	entities: { ...compatible.entities, reblogged: 'absent' },
};
