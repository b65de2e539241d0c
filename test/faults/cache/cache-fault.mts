import type { Scene } from '../../action/scene.mts';

/** Something wrong with the cache of a run, and what the run has to make of it. */
export interface CacheFault {
	readonly name: string;
	/** Before the run; what it sets is set back afterwards. */
	readonly arm: (scene: Scene) => void | Promise<void>;
	/** The output `state`. */
	readonly state: 'restored' | 'recovered' | 'unavailable';
	/** Of both steps together. */
	readonly warnings: 0 | 1;
	/** The client's own retries and time-outs take that long. */
	readonly isSlow?: true;
}
