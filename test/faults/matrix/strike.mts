import type { Sandbox } from '../../sandbox/sandbox.mts';
import type { Disturbance } from './disturbance.mts';

/** Lets a disturbance hit that request of the next run, counted from 0. Answers how to end it. */
export async function strike(
	sandbox: Sandbox,
	{ fault, lasts }: Disturbance,
	at: number,
): Promise<() => Promise<void>> {
	if (fault !== 'gone') {
		sandbox.faults.add({ ...fault, after: at, ...(lasts ? { times: Infinity } : {}) });
		return async () => sandbox.faults.clear();
	}
	let answered = 0;
	const stop = sandbox.faults.when(async (_request, boundary) => {
		if (boundary === 'answered' && ++answered === at) void sandbox.goDown();
	});
	if (at === 0) await sandbox.goDown();
	return async () => {
		stop();
		await sandbox.comeBack();
	};
}
