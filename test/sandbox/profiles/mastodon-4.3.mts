import type { Profile } from '../profile.mts';
import { mastodon } from './mastodon.mts';

/** `timelines/tag_controller.rb` since 4.3.0 where previews are switched off: 422, for applications as well. */
const USER_NEEDED = { status: 422, message: 'This method requires an authenticated user' };

/** Mastodon 4.3 of a place that shows its timelines to its members alone. */
export const mastodon43: Profile = {
	...mastodon,
	software: { name: 'mastodon', version: '4.3.9' },
	instance: { version: '4.3.9', v2: true, apiVersion: 2, timelinesAccess: false },
	timeline: { ...mastodon.timeline, anonymous: USER_NEEDED, appToken: USER_NEEDED },
};
