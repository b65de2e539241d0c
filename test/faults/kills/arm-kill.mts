import type { ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Scene, SceneRun } from '../../action/scene.mts';
import type { Kill } from './kill.mts';
import { watchRequests } from './watch-requests.mts';

/** What has to be handed to the run that is to be killed. `disarm` once that has ended. */
export interface ArmedKill extends Required<Pick<SceneRun, 'onMain' | 'onPost' | 'post'>> {
	disarm(): void;
}

/** Milliseconds that a dying process is given before its request goes on. */
const LONGEST_DEATH = 500;

/** Kills whichever step runs at that moment. Killed where a request was just received, that request has no effect. */
export function armKill(scene: Scene, { signal, post, moment }: Kill): ArmedKill {
	let child: ChildProcess | undefined;
	let isDue = false;
	let timer: NodeJS.Timeout | undefined;
	const strike = async (): Promise<void> => {
		isDue = !child || child.exitCode !== null || child.signalCode !== null;
		if (!child || isDue) return;
		const exit = once(child, 'exit');
		child.kill(signal);
		await Promise.race([exit, sleep(LONGEST_DEATH)]);
	};
	const unwatch = watchRequests(scene, async ({ nth }, boundary) => {
		if (!('nth' in moment) || nth !== moment.nth || boundary !== moment.boundary) return;
		if (moment.delay !== undefined) timer = setTimeout(() => void strike(), moment.delay);
		else await strike();
		if (moment.delay === undefined && boundary === 'received')
			throw new Error('Killed before it had an effect');
	});
	return {
		post,
		onMain(process) {
			child = process;
			if ('milliseconds' in moment) timer = setTimeout(() => void strike(), moment.milliseconds);
		},
		onPost(process) {
			child = process;
			// The moment came between both steps.
			if (isDue) process.kill(signal);
		},
		disarm() {
			clearTimeout(timer);
			unwatch();
		},
	};
}
