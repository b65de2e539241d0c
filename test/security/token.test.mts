import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import type { ChildProcess } from 'node:child_process';
import type { SceneRun } from '../action/scene.mts';
import type { Fault } from '../sandbox/faults.mts';
import { gotosocial, mastodon, portable, snac } from '../sandbox/profiles.mts';
import { itIsTold } from '../tell-number.mts';
import { HostileScene } from './hostile-scene.mts';

const REBLOG = { method: 'POST', path: /\/reblog$/ };
const TIMELINE = { method: 'GET', path: /\/timelines\/tag\// };
const CREDENTIALS = { method: 'GET', path: /\/verify_credentials$/ };

interface End {
	/** Undefined: a signal ended it. */
	readonly exitCode?: number;
	readonly faults?: readonly Fault[];
	readonly run?: SceneRun;
}

const refused = (match: Fault['match'], status: number, times = 99): Fault => {
	return { match: match!, kind: 'status', status, times, body: { error: 'No', error_description: 'Never' } };
};

const ENDS: ReadonlyArray<[string, End]> = [
	['success', { exitCode: 0 }],
	['a dry run', { exitCode: 0, run: { inputs: { 'dry-run': 'true' } } }],
	['a refused token', { exitCode: 1, faults: [refused(CREDENTIALS, 401)] }],
	[
		'a refused token in the midst of boosting',
		{ exitCode: 1, faults: [refused(REBLOG, 401), { ...refused(CREDENTIALS, 401), after: 1 }] },
	],
	[
		'a missing scope',
		{
			exitCode: 1,
			faults: [
				{
					...refused(TIMELINE, 403),
					body: { error: 'This action is outside the authorized scopes' },
				} as Fault,
			],
		},
	],
	['a closed timeline', { exitCode: 1, faults: [refused(TIMELINE, 403)] }],
	['boosts that are not allowed', { exitCode: 0, faults: [refused(REBLOG, 403)] }],
	['boosts of which nothing is known', { exitCode: 0, faults: [refused(REBLOG, 500)] }],
	['a server out of order', { exitCode: 1, faults: [refused(CREDENTIALS, 503)] }],
	['cut connections', { exitCode: 1, faults: [{ match: CREDENTIALS, kind: 'close-before', times: 99 }] }],
	['JSON that is none', { exitCode: 1, faults: [{ match: TIMELINE, kind: 'broken-json', times: 99 }] }],
	[
		'entries of a wrong shape',
		{
			exitCode: 1,
			faults: [{ match: TIMELINE, kind: 'wrong-shape', json: [{ id: 'content', error: 'x' }], times: 99 }],
		},
	],
	[
		'a redirect to a stranger',
		{ exitCode: 1, faults: [{ match: CREDENTIALS, kind: 'redirect', location: '/', times: 9 }] },
	],
	[
		'a redirect of a boost',
		{ exitCode: 0, faults: [{ match: REBLOG, kind: 'redirect', location: '/', status: 307, times: 9 }] },
	],
	['a rate limit', { exitCode: 0, faults: [refused(TIMELINE, 429)] }],
];

/** JSON, HTML and empty bodies of errors; statuses 401 and 422. */
const SERVERS = { mastodon, gotosocial, snac, portable };
let scenarios = 0;

describe.each(Object.entries(SERVERS))('On the server %s, which repeats the token', (_name, profile) => {
	let hostile: HostileScene;
	beforeEach(async () => {
		hostile = await HostileScene.open(profile, scenarios);
		hostile.scene.posts(2);
	});
	afterEach(() => hostile.close());

	it.each(ENDS)(
		'a run that ends with %s leaves the token nowhere',
		async (what, { exitCode, faults = [], run }) => {
			for (const fault of faults) hostile.scene.sandbox.faults.add(fault);
			const ended = await hostile.run(run);
			scenarios++;
			if (what === 'success') expect(ended.run.outputs['boosted-count']).toBe('2');
			expect(ended.run.stdout.split('\n')[0]).toBe(`::add-mask::${hostile.scene.token}`);
			expect(ended.found).toEqual([]);
			expect(ended.strangerHeard).toEqual([]);
			// snac tells nothing in its refusals, and what ends a run there is another matter.
			if (profile !== snac) expect(ended.run.exitCode).toBe(exitCode);
		},
	);

	it('a run that is killed after a boost leaves the token nowhere, and neither does the next', async () => {
		let main: ChildProcess | undefined;
		const stop = hostile.scene.sandbox.faults.when(({ path }, boundary) => {
			if (boundary === 'worked' && path.endsWith('/reblog')) main?.kill('SIGKILL');
		});
		const killed = await hostile.run({ onMain: (child) => (main = child) });
		stop();
		const next = await hostile.run();
		scenarios += 2;
		expect(killed.run.signal).toBe('SIGKILL');
		expect(next.run.outputs.state).toBe('restored');
		expect(next.started).toContain('RUNNER_TEMP=');
		expect([...killed.found, ...next.found]).toEqual([]);
		expect(next.strangerHeard).toEqual([]);
	});
});

describe('The number of ends', () => itIsTold('Ends of the Action, searched for the token', () => scenarios));
