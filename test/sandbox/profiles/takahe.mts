import type { Profile } from '../profile.mts';
import { compatible } from './compatible.mts';
import { mastodon } from './mastodon.mts';

/** Takahe 2024: boosts under the scope for favourites, and does not say in a timeline what was boosted. */
export const takahe: Profile = {
	...compatible,
	software: { name: 'takahe', version: '0.11.0' },
	instance: { version: 'takahe/0.11.0', v2: true, apiVersion: null, timelinesAccess: false },
	// `core/snowflake.py`: when it was received.
	ids: { kind: 'takahe', from: 'arrival' },
	// `api/views/timelines.py`
	timeline: { ...compatible.timeline, reblogged: 'false' },
	// `api/views/statuses.py`: `get_or_create`, and the post itself as the answer.
	reblog: { ...mastodon.reblog, answers: 'original', scope: 'write:favourites' },
};
