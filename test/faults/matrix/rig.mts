import type { Scene } from '../../action/scene.mts';
import type { Outcome } from './outcome.mts';

export type Inputs = Readonly<Record<string, string>>;

/** A server with an account, and one of the shells that boosts on it, with a memory from run to run. */
export interface Rig {
	readonly scene: Scene;
	/** `isSilent`: the server falls silent; short time-outs will do, where the shell can have them. */
	run(inputs: Inputs, isSilent?: boolean): Promise<Outcome>;
	/** Takes the state away, as when GitHub evicts a cache. */
	forget(): void;
	close(): Promise<void>;
}
