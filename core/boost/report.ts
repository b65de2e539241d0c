import type { BoostError } from '../boost-error';
import type { KnownLimits } from '../http/with-rate-limits';
import type { Decision, Reason } from './reasons';

/** One post of a report. */
export interface PostReport {
	/** On the boosting account's server. */
	readonly id: string;
	readonly uri: string;
	/** For people; the `uri` where the server gave none. */
	readonly url: string;
	/** `user@host`. */
	readonly account: string;
	readonly hashtags: readonly string[];
	/** ISO 8601, UTC. */
	readonly createdAt: string;
	readonly decision: Decision;
	readonly reason: Reason;
}

export type StateOrigin = 'restored' | 'new' | 'recovered' | 'unavailable';

/** What a run did, in numbers and names. Times as ISO 8601, UTC. */
export interface RunReport {
	readonly startedAt: string;
	readonly finishedAt: string;
	/** Host of the server. */
	readonly instance: string;
	/** `user@host` of the boosting account; empty when it never got that far. */
	readonly account: string;
	/** Name and version of the server's software. */
	readonly server: string;
	readonly hashtags: readonly string[];
	readonly dryRun: boolean;
	readonly state: StateOrigin;
	readonly counts: Readonly<Record<Decision | 'seen', number>>;
	readonly reasons: Readonly<Partial<Record<Reason, number>>>;
	readonly boosted: readonly PostReport[];
	readonly failed: readonly PostReport[];
	/** Posts that wait now: in the queue, or held until they can be decided. */
	readonly waiting: number;
	/** Timelines that were not read to the end, in words; the next runs read on. */
	readonly unread: readonly string[];
	readonly limits: KnownLimits;
	/** A rate limit ended the run before its work was done; `resumesAt` where the server told. */
	readonly rateLimited: { readonly resumesAt: string | undefined } | undefined;
	/** Things that went wrong without ending the run. */
	readonly warnings: readonly string[];
	/** What ended the run. */
	readonly failure: BoostError | undefined;
}
