import type { Clock } from '../ports/clock';
import type { Http } from '../ports/http';
import type { Log } from '../ports/log';
import type { StateStore } from '../ports/state-store';
import type { PostReport } from './report';

/** What a run needs from its host. */
export interface RunHost {
	readonly http: Http;
	readonly clock: Clock;
	readonly store: StateStore;
	readonly log: Log;
	/** A number from 0 up to 1, as `Math.random` gives. */
	readonly random: () => number;
	/** Every decision as it is made, so that a backlog needs no memory. */
	readonly onDecision: (post: PostReport) => void;
}
