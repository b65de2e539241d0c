import type { Profile } from '../../sandbox/profile.mts';
import type { Rig } from './rig.mts';
import type { Scenario } from './scenario.mts';

/** A shell on a kind of server, with a history: what is disturbed. */
export interface Setting {
	readonly profile: Profile;
	readonly scenario: Scenario;
	readonly open: (profile: Profile) => Promise<Rig>;
}

/** One entry of the matrix: that disturbance, by its place in the list, at that request. */
export interface Cell {
	readonly request: number;
	readonly disturbance: number;
}
