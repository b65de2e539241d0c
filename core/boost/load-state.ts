import type { Log } from '../ports/log';
import type { StateOwner, StateStore } from '../ports/state-store';
import type { StateOrigin } from './report';
import type { BoostState } from './state';
import { newState } from './state';
import { decodeState, UnusableStateError } from './state-codec';

export interface LoadedState {
	readonly state: BoostState;
	/** Of `new` it is not known yet whether there was one before. */
	readonly origin: Exclude<StateOrigin, 'recovered'> | 'lost';
	/** The stored text, to save only what differs from it. */
	readonly text: string | undefined;
}

/** Loads the owner's state. One that cannot be used is never guessed at: it is kept aside, and the run goes on. */
export async function loadState(
	store: StateStore,
	owner: StateOwner,
	/** Of a state that has to be made anew; `now` in milliseconds since the epoch. */
	{ salt, now }: { readonly salt: string; readonly now: number },
	log: Pick<Log, 'warn'>,
): Promise<LoadedState> {
	const fresh = { state: newState(owner, salt, now), text: undefined };
	const stored = await store.load(owner);
	if (stored.status === 'unavailable') {
		log.warn(
			`The state could not be loaded (${stored.why}): this run finds out from the server what was boosted.`,
		);
		return { ...fresh, origin: 'unavailable' };
	}
	if (stored.status === 'absent') return { ...fresh, origin: 'new' };
	try {
		return { state: decodeState(stored.text, owner), origin: 'restored', text: stored.text };
	} catch (error) {
		const why = whyUnusable(error);
		const place = await store.setAside(stored.text);
		log.warn(
			`The stored state was not used: ${why}. It is kept in ${place}; this run starts as after a loss.`,
		);
		return { ...fresh, origin: 'lost' };
	}
}

function whyUnusable(error: unknown): string {
	if (error instanceof UnusableStateError) return error.message;
	throw error;
}
