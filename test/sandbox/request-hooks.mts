/** `received`: nothing is done yet. `worked`: done, not answered. `answered`: handed to the network. */
export type Boundary = 'received' | 'worked' | 'answered';

/** A hook that throws ends the request there: nothing more is done, and the connection is cut. */
export type RequestHook<Target> = (request: Target, boundary: Boundary) => void | Promise<void>;

/** Whoever wants to know how far a server is with its requests. */
export class RequestHooks<Target> {
	readonly #hooks = new Set<RequestHook<Target>>();

	/** Calls back (and waits) at every boundary of every request; returns how to stop that. */
	when(hook: RequestHook<Target>): () => void {
		this.#hooks.add(hook);
		return () => this.#hooks.delete(hook);
	}

	async reach(boundary: Boundary, request: Target): Promise<void> {
		for (const hook of this.#hooks) await hook(request, boundary);
	}
}
