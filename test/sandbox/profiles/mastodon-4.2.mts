import type { Profile } from '../profile.mts';
import { mastodon } from './mastodon.mts';

/** Mastodon 4.2, without what came in 4.3: several statuses in a request, OAuth metadata, lists of addresses. */
export const mastodon42: Profile = {
	...mastodon,
	software: { name: 'mastodon', version: '4.2.21' },
	instance: { version: '4.2.21', v2: true, apiVersion: null, timelinesAccess: false },
	entities: { ...mastodon.entities, indexable: false },
	statusesById: false,
	oauth: { metadata: false, redirectUriList: false, granularScopes: true, basic: true },
};
