import type { Profile } from '../../sandbox/profile.mts';
import { gotosocial, mastodon, portable } from '../../sandbox/profiles.mts';
import type { Setting } from './cell.mts';
import type { Rig } from './rig.mts';
import { SCENARIOS } from './scenarios.mts';

/** Each history on a server that boosts once, and on two that boost again when asked again. */
export function settingsOf(open: (profile: Profile) => Promise<Rig>): readonly Setting[] {
	return [mastodon, gotosocial, portable].flatMap((profile) =>
		SCENARIOS.map((scenario) => ({ profile, scenario, open })),
	);
}
