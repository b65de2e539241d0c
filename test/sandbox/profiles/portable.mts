import type { Profile } from '../profile.mts';
import { compatible } from './compatible.mts';
import { mastodon } from './mastodon.mts';
import { unfiltered } from './unfiltered.mts';

/** A server nobody has heard of: only what works everywhere, `max_id` and `limit`. */
export const portable: Profile = {
	...compatible,
	software: { name: 'somethingelse', version: '1.0.0' },
	instance: {
		version: '3.5.0 (compatible; somethingelse 1.0.0)',
		v2: false,
		apiVersion: null,
		timelinesAccess: false,
	},
	ids: { kind: 'sequence', from: 'arrival' },
	timeline: {
		...unfiltered,
		reblogged: 'absent',
		link: null,
	},
	cursors: { ...mastodon.cursors, sinceId: 'ignored', minId: 'ignored' },
	reblog: { ...mastodon.reblog, repeat: 'new-boost', answers: 'original', visibility: 'ignored' },
	entities: { ...compatible.entities, reblogged: 'absent' },
};
