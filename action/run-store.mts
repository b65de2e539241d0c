import type { StateStore } from '../core/index';

/** A store that one run uses. */
export interface RunStore extends StateStore {
	/** Lets other runs use what was kept from them. */
	close?(): void;
}
