import type { Boundary } from '../../sandbox/request-hooks.mts';
import type { RecordedRequest, Sandbox } from '../../sandbox/sandbox.mts';

/** One of the runs that happen at the same time. */
export interface Player {
	/** Its own, so that its requests are known. */
	readonly token: string;
	readonly start: (cancelled: AbortSignal) => Promise<void>;
	/** Where it is killed: at its so-many-th request, before or after that takes effect. */
	readonly dies?: { readonly at: number; readonly boundary: Extract<Boundary, 'received' | 'worked'> };
}

interface Turn {
	readonly index: number;
	readonly go: () => void;
}

/**
 * Lets runs take turns, one request each, in an order that `random` chooses: a request is let through only when
 * every run that is not at its end waits with one. `onTurn` is called before each.
 */
export async function interleave(
	sandbox: Sandbox,
	players: readonly Player[],
	random: () => number,
	onTurn: () => void,
): Promise<void> {
	const running = new Set(players.keys());
	const asked = players.map(() => 0);
	const deaths = players.map(() => Promise.withResolvers<undefined>());
	let waiting: Turn[] = [];

	const next = (): void => {
		if (waiting.length === 0 || waiting.length < running.size) return;
		// Which one came first depends on the machine.
		const inOrder = waiting.toSorted((a, b) => a.index - b.index);
		const chosen = inOrder[Math.floor(random() * inOrder.length)];
		waiting = inOrder.filter((turn) => turn !== chosen);
		onTurn();
		chosen?.go();
	};
	const end = (index: number): void => {
		running.delete(index);
		next();
	};
	const stop = sandbox.faults.when(async (request, boundary) => {
		const index = players.findIndex(({ token }) => isOf(request, token));
		if (!running.has(index) || boundary === 'answered') return;
		if (boundary === 'received') {
			await new Promise<void>((go) => {
				waiting.push({ index, go });
				next();
			});
			asked[index]!++;
		}
		const { dies } = players[index]!;
		if (dies?.boundary !== boundary || dies.at !== asked[index]) return;
		deaths[index]!.resolve(undefined);
		end(index);
		// Whoever is dead gets no answer.
		await new Promise(() => undefined);
	});
	await Promise.all(
		players.map(async ({ start }, index) => {
			const cancel = new AbortController();
			const alive = start(cancel.signal).then(() => end(index));
			await Promise.race([alive, deaths[index]!.promise]);
			// What is left of a dead one in this process ends with the sandbox.
			cancel.abort();
		}),
	);
	stop();
}

function isOf({ headers }: RecordedRequest, token: string): boolean {
	return headers.authorization === `Bearer ${token}`;
}
