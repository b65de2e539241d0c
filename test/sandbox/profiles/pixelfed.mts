import type { Profile } from '../profile.mts';
import { compatible } from './compatible.mts';
import { mastodon } from './mastodon.mts';

const SIX_MONTHS = 182 * 86_400_000;

/** Pixelfed 0.11: media alone unless told otherwise, no way to read upward, flags that say nothing. */
export const pixelfed: Profile = {
	...compatible,
	software: { name: 'pixelfed', version: '0.11.13' },
	instance: {
		version: '3.5.3 (compatible; Pixelfed 0.11.13)',
		v2: true,
		apiVersion: null,
		timelinesAccess: false,
	},
	// `HasSnowflakePrimary.php`: made when it is inserted.
	ids: { kind: 'pixelfed', from: 'arrival' },
	// `ApiV1Controller.php`, `timelineHashtag`
	timeline: {
		...compatible.timeline,
		onlyMedia: 'default-true',
		anonymous: { status: 403, message: 'Forbidden' },
		appToken: { status: 403, message: 'Forbidden' },
		reblogged: 'null',
		link: null,
	},
	cursors: { ...mastodon.cursors, sinceId: 'ignored', minId: 'floor', maxAge: SIX_MONTHS },
	// `ApiV1Controller.php`, `statusShare`: `firstOrCreate`, and the post itself as the answer.
	reblog: { ...mastodon.reblog, answers: 'original' },
	search: { resolve: true, maxLength: 100 },
	oauth: { ...compatible.oauth, granularScopes: false },
};
