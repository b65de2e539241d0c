import type { Post } from '../../sandbox/post.mts';
import type { Inputs, Rig } from './rig.mts';

/** What was before the run that is disturbed. */
export interface Scenario {
	readonly name: string;
	/** Answers the posts that have to be boosted in the end, once each. */
	readonly prepare: (rig: Rig) => Promise<readonly Post[]>;
	/** Of the run that is disturbed and of those after it. */
	readonly inputs: Inputs;
}
