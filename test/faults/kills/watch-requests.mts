import type { Scene } from '../../action/scene.mts';
import type { Boundary } from '../../sandbox/request-hooks.mts';

/** Which of a run's requests it is, counted from 1 over both services, and what it asks for. */
export interface NthRequest {
	readonly nth: number;
	readonly name: string;
}

/**
 * Calls back (and waits) at every boundary of every request that the Mastodon server or the cache service gets
 * from now on; returns how to stop that.
 */
export function watchRequests(
	{ sandbox, cache }: Scene,
	hook: (request: NthRequest, boundary: Boundary) => void | Promise<void>,
): () => void {
	const numbers = new Map<object, number>();
	const onBoundary = async (request: object, name: string, boundary: Boundary): Promise<void> => {
		const nth = numbers.get(request) ?? numbers.size + 1;
		numbers.set(request, nth);
		await hook({ nth, name }, boundary);
	};
	const stops = [
		sandbox.faults.when((request, boundary) =>
			onBoundary(request, `${request.method} ${request.path}`, boundary),
		),
		cache.when((request, boundary) => onBoundary(request, `${request.method} ${request.name}`, boundary)),
	];
	return () => stops.forEach((stop) => stop());
}
