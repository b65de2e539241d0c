import type { Rig } from './rig.mts';
import type { Scenario } from './scenario.mts';

/** With as little lookback as can be: a cursor that moves too far is not made good by reading again. */
const INPUTS = { hashtags: 'cats dogs', 'max-wait': '0s', lookback: '1m' };
const REBLOG = { method: 'POST', path: /\/reblog$/ };
const TIMELINE = { method: 'GET', path: /\/timelines\/tag\// };
/** More than a page of posts that are left alone. */
const FILLING = 45;

const firstRun: Scenario = {
	name: 'a first run',
	inputs: INPUTS,
	async prepare({ scene }) {
		scene.post(3, { account: scene.author({ bot: true }) });
		return [
			...scene.posts(2),
			scene.post(5, { hashtags: ['dogs'] }),
			scene.post(2, { hashtags: ['cats', 'dogs'] }),
		];
	},
};

/**
 * The run before was cut short while it read, lost the answer to a boost, and then the server was down. So this one
 * has an unread stretch, a boost of unknown outcome, posts in the queue, and held posts that are due.
 */
const laterRun: Scenario = {
	name: 'a run after a bad one',
	inputs: INPUTS,
	async prepare({ scene, run }) {
		const { sandbox } = scene;
		const posts = [scene.post(120), scene.post(110)];
		const bot = scene.author({ bot: true });
		for (let index = 0; index < FILLING; index++) scene.post(100 - index, { account: bot });
		posts.push(scene.post(30), scene.post(29), scene.post(28, { hashtags: ['dogs'] }));
		posts.push(scene.post(3), scene.post(2, { hashtags: ['dogs'] }));
		sandbox.faults.add({ match: TIMELINE, kind: 'status', status: 503, after: 1 });
		sandbox.faults.add({ match: REBLOG, kind: 'close-after', after: 1 });
		const stop = goDownAfter(2, sandbox);
		await run({ ...INPUTS, 'min-age': '10m' });
		stop();
		sandbox.faults.clear();
		return [...posts, scene.post(0, { hashtags: ['dogs', 'cats'] }), scene.post(0, { hashtags: ['dogs'] })];
	},
};

/** Three posts are boosted, and two wait in a queue that nobody knows of any more. */
const afterLoss: Scenario = {
	name: 'a run after a loss',
	inputs: INPUTS,
	async prepare({ scene, run, forget }) {
		const posts = [...scene.posts(4), scene.post(4, { hashtags: ['dogs'] })];
		await run({ ...INPUTS, 'max-boosts': '3' });
		forget();
		return [...posts, scene.post(0)];
	},
};

export const SCENARIOS = [firstRun, laterRun, afterLoss];

/** Every request after that many boosts were asked for fails; the one that asks for the last meets its own fault. */
function goDownAfter(boosts: number, sandbox: Rig['scene']['sandbox']): () => void {
	let asked = 0;
	return sandbox.faults.when(({ path }, boundary) => {
		if (boundary !== 'worked' || !path.endsWith('/reblog')) return;
		if (++asked === boosts) sandbox.faults.add({ kind: 'status', status: 503, times: Infinity });
	});
}
