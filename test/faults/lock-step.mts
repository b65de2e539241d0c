import type { Sandbox } from '../sandbox/sandbox.mts';

/**
 * Makes two runs with different tokens go hand in hand: a request of one waits for the next one of the other.
 * Returns how to stop that, as it must be when one of them has ended.
 */
export function lockStep({ faults }: Pick<Sandbox, 'faults'>): () => void {
	let waiting: { readonly who: string; readonly goOn: () => void } | undefined;
	const release = (): void => {
		waiting?.goOn();
		waiting = undefined;
	};
	const unhook = faults.when(async ({ headers }, boundary) => {
		if (boundary !== 'received') return;
		const who = headers.authorization ?? '';
		if (waiting && waiting.who !== who) return release();
		await new Promise<void>((goOn) => (waiting = { who, goOn }));
	});
	return () => {
		unhook();
		release();
	};
}
