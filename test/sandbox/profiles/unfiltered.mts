import type { Profile } from '../profile.mts';
import { compatible } from './compatible.mts';

/** A hashtag's timeline that everybody may read, as it is: what filters there are in Mastodon's API is ignored. */
export const unfiltered: Profile['timeline'] = {
	...compatible.timeline,
	local: false,
	remote: false,
	onlyMedia: 'ignored',
	anonymous: null,
	appToken: null,
};
