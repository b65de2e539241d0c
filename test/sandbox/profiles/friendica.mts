import type { Profile } from '../profile.mts';
import { compatible } from './compatible.mts';
import { mastodon } from './mastodon.mts';

/** Friendica 2024.09: plain numbers for ids, in the order of arrival. */
export const friendica: Profile = {
	...compatible,
	software: { name: 'Friendica', version: '2024.09-rc-1570' },
	instance: {
		version: '2.8.0 (compatible; Friendica 2024.09-rc)',
		v2: true,
		apiVersion: null,
		timelinesAccess: false,
	},
	// `uri-id`; taken to be sequential.
	ids: { kind: 'sequence', from: 'arrival' },
	// `Mastodon/Statuses/Reblog.php` renders the id that was asked for; `Model/Item.php` finds the boost that exists.
	reblog: { ...mastodon.reblog, answers: 'original' },
};
