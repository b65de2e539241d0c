import { RequestHooks } from './request-hooks.mts';

/** What goes wrong. `afterWork`: the request takes effect first, then its answer is replaced. */
export type FaultKind =
	/** The connection is closed before anything is done. */
	| { readonly kind: 'refuse' | 'close-before' }
	/** The work is done, the answer never comes. */
	| { readonly kind: 'close-after' }
	/** The work is done, half of the answer comes. */
	| { readonly kind: 'cut-body' }
	/** The answer comes late. */
	| { readonly kind: 'slow'; readonly ms: number; readonly afterWork?: boolean }
	| { readonly kind: 'hang'; readonly afterWork?: boolean }
	| {
			readonly kind: 'status';
			readonly status: number;
			/** A string is sent as it is, anything else as JSON. */
			readonly body?: unknown;
			readonly headers?: Readonly<Record<string, string>>;
			readonly afterWork?: boolean;
	  }
	/** A page as proxies send it. Default status: 502. */
	| { readonly kind: 'html-error'; readonly status?: number; readonly afterWork?: boolean }
	/** Default status: 302. */
	| { readonly kind: 'redirect'; readonly location: string; readonly status?: number }
	/** The work is done; the answer is no JSON. */
	| { readonly kind: 'broken-json' }
	/** The work is done; the answer is this JSON instead. */
	| { readonly kind: 'wrong-shape'; readonly json: unknown }
	/** 200 and this many bytes of JSON white space, streamed. */
	| { readonly kind: 'huge-body'; readonly bytes: number }
	/** The right answer under a wrong name. */
	| { readonly kind: 'wrong-content-type'; readonly contentType: string };

export type Fault = FaultKind & {
	readonly match?: {
		readonly method?: string;
		/** A string is the beginning of the path. */
		readonly path?: string | RegExp;
	};
	/** How many requests it hits. Default: 1. */
	readonly times?: number;
	/** How many matching requests go through first. Default: 0. */
	readonly after?: number;
};

export interface FaultTarget {
	readonly method: string;
	readonly path: string;
}

interface Armed {
	readonly fault: Fault;
	skip: number;
	left: number;
}

/** The faults waiting to happen; a request meets the first that fits. */
export class Faults<Target extends FaultTarget = FaultTarget> extends RequestHooks<Target> {
	#armed: Armed[] = [];

	add(fault: Fault): void {
		this.#armed.push({ fault, skip: fault.after ?? 0, left: fault.times ?? 1 });
	}

	clear(): void {
		this.#armed = [];
	}

	/** The fault this request meets. It counts as used. */
	pick(request: FaultTarget): Fault | undefined {
		for (const armed of this.#armed) {
			if (!fits(armed.fault.match ?? {}, request) || armed.left === 0) continue;
			if (armed.skip > 0) {
				armed.skip -= 1;
				continue;
			}
			armed.left -= 1;
			return armed.fault;
		}
		return undefined;
	}
}

function fits({ method, path }: NonNullable<Fault['match']>, request: FaultTarget): boolean {
	if (method !== undefined && method.toUpperCase() !== request.method) return false;
	if (path === undefined) return true;
	return typeof path === 'string' ? request.path.startsWith(path) : path.test(request.path);
}
