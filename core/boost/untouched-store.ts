import type { StateStore } from '../ports/state-store';

/** A store for a dry run: what it holds is read, and stays as it is. */
export function untouchedStore(store: StateStore): StateStore {
	return {
		load: (owner) => store.load(owner),
		save: async () => undefined,
		setAside: async () => 'the same place, as this is a dry run',
	};
}
