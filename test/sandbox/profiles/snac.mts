import type { Profile } from '../profile.mts';
import { compatible } from './compatible.mts';
import { mastodon } from './mastodon.mts';
import { unfiltered } from './unfiltered.mts';

/** snac 2: no Link header, HTML errors, boosts only what is in the booster's own timeline. `mastoapi.c`. */
export const snac: Profile = {
	...compatible,
	software: { name: 'snac', version: '2.75' },
	instance: {
		version: '4.0.0 (not true; really snac/2.75)',
		v2: true,
		apiVersion: null,
		timelinesAccess: false,
	},
	ids: { kind: 'snac', from: 'arrival' },
	timeline: {
		...unfiltered,
		boosts: 'same-id',
		// Rendered as for nobody.
		reblogged: 'false',
		link: null,
	},
	cursors: { ...mastodon.cursors, compare: 'position' },
	reblog: { ...mastodon.reblog, answers: 'original', visibility: 'ignored', onlyFromHome: true },
	entities: { ...compatible.entities, anonymousFlags: 'false' },
	errors: { body: 'html', empty: [401], always: null },
	sendsDate: false,
	search: { resolve: true, maxLength: Infinity },
};
