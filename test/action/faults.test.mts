import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import type { ChildProcess } from 'node:child_process';
import type { Fault } from '../sandbox/faults.mts';
import { gotosocial, portable } from '../sandbox/profiles.mts';
import { idsOf, Scene } from './scene.mts';

const REBLOG = { method: 'POST', path: /\/reblog$/ };
const TIMELINE = { method: 'GET', path: /\/timelines\/tag\// };
/** Enough for the retries of one request, so that a test takes seconds. */
const PATIENCE = { 'max-wait': '2s' };

const WRITE_FAULTS: ReadonlyArray<[string, Fault]> = [
	['a connection that is cut before the boost', { match: REBLOG, kind: 'close-before' }],
	['a lost reply after the boost', { match: REBLOG, kind: 'close-after' }],
	['a cut answer after the boost', { match: REBLOG, kind: 'cut-body' }],
	['a 500 before the boost', { match: REBLOG, kind: 'status', status: 500 }],
	['a 502 of a proxy after the boost', { match: REBLOG, kind: 'html-error', afterWork: true }],
	['an answer that is no JSON', { match: REBLOG, kind: 'broken-json' }],
	['a 422 after the boost', { match: REBLOG, kind: 'status', status: 422, afterWork: true }],
	['a redirect', { match: REBLOG, kind: 'redirect', location: 'https://elsewhere.example/' }],
];

const READ_FAULTS: ReadonlyArray<[string, Fault]> = [
	['a cut connection', { match: TIMELINE, kind: 'close-before' }],
	['a cut answer', { match: TIMELINE, kind: 'cut-body' }],
	['a 503', { match: TIMELINE, kind: 'status', status: 503 }],
	['a 503 that lasts', { match: TIMELINE, kind: 'status', status: 503, times: 9 }],
	['JSON that is none', { match: TIMELINE, kind: 'broken-json' }],
	['an answer of another shape', { match: TIMELINE, kind: 'wrong-shape', json: { posts: [] } }],
	['a body of 20 MB', { match: TIMELINE, kind: 'huge-body', bytes: 20_000_000, times: 9 }],
	['a limit without a time', { match: TIMELINE, kind: 'status', status: 429, times: 9 }],
];

describe.each([
	['GoToSocial, which boosts again when asked again', gotosocial],
	['a server that tells nothing and boosts again when asked again', portable],
])('On %s', (_name, profile) => {
	let scene: Scene;
	beforeEach(async () => {
		scene = await Scene.open(profile);
	});
	afterEach(() => scene.close());

	it.each(WRITE_FAULTS)(
		'%s neither doubles nor loses a post by the end of the next run',
		async (_what, fault) => {
			const posts = scene.posts(3);
			scene.sandbox.faults.add({ ...fault, after: 1 });
			const first = await scene.run({ inputs: PATIENCE });
			expect(first.exitCode).toBe(0);
			await scene.run({ inputs: PATIENCE });
			expect(scene.boosted().sort()).toEqual(idsOf(posts).sort());
		},
	);

	it.each(READ_FAULTS)('%s while reading costs no post', async (_what, fault) => {
		const posts = scene.posts(3);
		scene.sandbox.faults.add(fault);
		await scene.run({ inputs: PATIENCE });
		scene.sandbox.faults.clear();
		await scene.run({ inputs: PATIENCE });
		expect(scene.boosted().sort()).toEqual(idsOf(posts).sort());
	});

	it.each([1, 2, 3])(
		'killed after boost %i it has boosted each post once by the end of the next run',
		async (nth) => {
			const posts = scene.posts(3);
			let main: ChildProcess | undefined;
			let made = 0;
			const stop = scene.sandbox.faults.when(({ path }, boundary) => {
				if (boundary === 'worked' && path.endsWith('/reblog') && ++made === nth) main?.kill('SIGKILL');
			});
			const killed = await scene.run({ onMain: (child) => (main = child) });
			stop();
			expect(killed).toMatchObject({ signal: 'SIGKILL', post: { exitCode: 0 } });
			const next = await scene.run();
			expect(next.outputs.state).toBe('restored');
			expect(scene.boosted()).toEqual(idsOf(posts));
		},
	);

	it.each([
		['max-boosts-per-author', '1'],
		['first-post-only', 'true'],
	])('a machine that dies with its state gives its author no other share: %s', async (name, value) => {
		const inputs = { [name]: value };
		const before = scene.post(30);
		await scene.run({ inputs });
		const account = scene.author();
		const [first] = [scene.post(5, { account }), scene.post(4, { account })];
		let main: ChildProcess | undefined;
		const stop = scene.sandbox.faults.when(({ path }, boundary) => {
			if (boundary === 'worked' && path.endsWith('/reblog')) main?.kill('SIGKILL');
		});
		await scene.run({ inputs, onMain: (child) => (main = child), post: false });
		stop();
		await scene.run({ inputs });
		expect(scene.boosted()).toEqual(idsOf([before, first]));
	});

	it('two runs at the same time lose nothing, and the next one has nothing to mend', async () => {
		const posts = scene.posts(3);
		await Promise.all([scene.run({ runId: 1 }), scene.run({ runId: 2 })]);
		const { outputs } = await scene.run();
		expect(outputs['boosted-count']).toBe('0');
		expect(new Set(scene.boosted())).toEqual(new Set(idsOf(posts)));
	});
});

describe('On GoToSocial', () => {
	it('five posts that cannot be looked at do not keep the others from being boosted', async () => {
		const scene = await Scene.open(gotosocial);
		const odd = scene.posts(5, { createdAt: Date.now() - 3_600_000 });
		const posts = scene.posts(4);
		const ids = idsOf(odd).join('|');
		scene.sandbox.faults.add({
			match: { method: 'GET', path: new RegExp(`^/api/v1/statuses/(${ids})$`) },
			kind: 'status',
			status: 500,
			times: Infinity,
		});
		const inputs = { 'max-wait': '0s' };
		const first = await scene.run({ inputs });
		const second = await scene.run({ inputs });
		expect([first.exitCode, second.exitCode]).toEqual([0, 0]);
		expect(scene.boosted()).toEqual(idsOf(posts));
		scene.sandbox.faults.clear();
		await scene.run({ inputs });
		await scene.close();
		expect(scene.boosted().sort()).toEqual(idsOf([...posts, ...odd]).sort());
	});
});

describe('On Mastodon', () => {
	let scene: Scene;
	beforeEach(async () => {
		scene = await Scene.open();
	});
	afterEach(() => scene.close());

	it('two runs at the same time boost nothing twice', async () => {
		const posts = scene.posts(5);
		await Promise.all([scene.run({ runId: 1 }), scene.run({ runId: 2 })]);
		expect(scene.boosted().sort()).toEqual(idsOf(posts).sort());
	});

	it('a post that fails three times is given up, and the others are not held up', async () => {
		const [odd, ...others] = scene.posts(3);
		scene.sandbox.faults.add({
			match: { method: 'POST', path: `/api/v1/statuses/${odd!.id}/reblog` },
			kind: 'status',
			status: 500,
			times: 99,
		});
		const decisions = [];
		for (let run = 0; run < 4; run++) {
			const { reportText } = await scene.run();
			const { posts } = JSON.parse(reportText!);
			decisions.push(posts.find(({ uri }: any) => uri === odd!.uri)?.reason);
		}
		expect(decisions).toEqual(['try-again', 'try-again', 'tries-used-up', undefined]);
		expect(scene.boosted()).toEqual(idsOf(others));
	});

	it('reads a backlog of 10,000 posts in flat memory, each once', async () => {
		for (const bucket of ['token', 'paging'] as const) {
			scene.sandbox.setRateLimit({ bucket, limit: Infinity, windowMs: 1000 });
		}
		const bots = Array.from({ length: 50 }, () => scene.author({ bot: true }));
		for (let index = 0; index < 10_000; index++) {
			scene.post((10_000 - index) / 10, { account: bots[index % 50]! });
		}
		// The whole of it takes more than 40 MB as JSON.
		const env = { NODE_OPTIONS: '--max-old-space-size=24' };
		let seen = 0;
		let summary = 'Not read to the end';
		while (summary.includes('Not read to the end')) {
			const run = await scene.run({ env });
			expect(run.exitCode).toBe(0);
			seen += Number(run.outputs['seen-count']);
			({ summary } = run);
		}
		expect(seen).toBe(10_000);
	}, 60_000);
});

describe.each([
	['a day behind the runner', -86_400_000],
	['a day ahead of the runner', 86_400_000],
])('On a server whose clock is %s', (_what, offset) => {
	it('posts of before and after the first run are boosted, once each', async () => {
		const scene = await Scene.open(undefined, () => Date.now() + offset);
		const posts = scene.posts(2);
		const first = await scene.run();
		posts.push(scene.post(0));
		await scene.run();
		const idle = await scene.run();
		await scene.close();
		expect(first.stdout).toContain("the server's is used");
		expect(scene.boosted()).toEqual(idsOf(posts));
		expect(idle.outputs['seen-count']).toBe('0');
	});
});
