import type { FaultKind } from '../../sandbox/faults.mts';

/** One way in which a request can go wrong. `gone`: from that request on, connections are refused. */
export interface Disturbance {
	readonly name: string;
	readonly fault: FaultKind | 'gone';
	/** It hits every request from that one on. */
	readonly lasts?: true;
	/** The client has to wait for a time-out. */
	readonly isSilent?: true;
}
