import type { Boundary } from '../../sandbox/request-hooks.mts';

export const SIGNALS = ['SIGKILL', 'SIGTERM', 'SIGINT'] as const;

/** When: at a boundary of the nth request, or some milliseconds after it; or after so much of the run's time. */
export type Moment =
	| { readonly nth: number; readonly boundary: Boundary; readonly delay?: number }
	| { readonly milliseconds: number };

export interface Kill {
	readonly signal: (typeof SIGNALS)[number];
	/** Whether the post step runs after a main step that was killed. */
	readonly post: boolean;
	readonly moment: Moment;
}
