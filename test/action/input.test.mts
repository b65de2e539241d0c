import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import * as profiles from '../sandbox/profiles.mts';
import { Scene } from './scene.mts';

let scene: Scene;
beforeAll(async () => {
	scene = await Scene.open();
	scene.post(5);
});
afterAll(() => scene.close());
afterEach(() => scene.sandbox.clearRequests());

function errorOf(stdout: string): string[] {
	return stdout.split('\n').filter((line) => line.startsWith('::error::'));
}

describe('Bad input', () => {
	it.each([
		['instance', '', 'Input "instance": it is required and is empty.'],
		[
			'instance',
			'https://user@mastodon.social',
			'Input "instance": "https://user@mastodon.social" is no address of a server; write it like https://mastodon.social or mastodon.social (http only for this machine itself).',
		],
		['access-token', '', 'Input "access-token": it is required and is empty.'],
		[
			'access-token',
			'two words',
			'Input "access-token": it holds spaces or signs that no token has; copy it again.',
		],
		['hashtags', ' , ', 'Input "hashtags": it names no hashtag.'],
		[
			'hashtags',
			'c++',
			'Input "hashtags": "c++" is no hashtag; it may hold letters, digits and _ alone, 100 at most.',
		],
		['hashtags', '2026', 'Input "hashtags": "2026" is no hashtag; it needs a letter.'],
		['match', 'some', 'Input "match": "some" is none of any, all.'],
		['only-media', 'yes', 'Input "only-media": "yes" is neither true nor false.'],
		[
			'languages',
			'english',
			'Input "languages": "english" is no ISO 639-1 code; write two letters like en or fr.',
		],
		[
			'max-age',
			'a week',
			'Input "max-age": "a week" is no duration of a year at most; write 90s, 15m, 24h or 7d.',
		],
		['max-boosts', '-1', 'Input "max-boosts": "-1" is no whole number from 1 to 1000000.'],
		['max-boosts', '0', 'Input "max-boosts": "0" is no whole number from 1 to 1000000.'],
		[
			'block-accounts',
			'spam',
			'Input "block-accounts": "spam" is no account; write @user@host, @user, host or *.host.',
		],
		[
			'cache-key',
			'a,b',
			'Input "cache-key": it may hold letters, digits, spaces and -_.:@/ alone, 200 at most.',
		],
	])(
		'%s: %j is refused in one sentence, and nothing is asked of the server',
		async (name, value, sentence) => {
			const run = await scene.run({ inputs: { [name]: value } });
			expect(run.exitCode).toBe(1);
			expect(errorOf(run.stdout)).toEqual([`::error::${sentence.replaceAll('%', '%25')}`]);
			expect(scene.sandbox.requests).toEqual([]);
			expect(scene.cache.requests).toEqual([]);
		},
	);

	it('a state file that is a directory is refused, and nothing is asked of the server', async () => {
		const folder = await mkdtemp(join(tmpdir(), 'state-'));
		await mkdir(join(folder, 'state'));
		const run = await scene.run({ inputs: { 'state-file': join(folder, 'state') } });
		expect(run.exitCode).toBe(1);
		expect(errorOf(run.stdout)).toEqual([
			`::error::Input "state-file": "${join(folder, 'state')}" is a directory; name a file.`,
		]);
		expect(scene.sandbox.requests).toEqual([]);
		await rm(folder, { recursive: true });
	});
});

describe('A state file', () => {
	let folder: string;
	beforeAll(async () => {
		folder = await mkdtemp(join(tmpdir(), 'state-'));
		await writeFile(join(folder, 'file'), 'text');
	});
	afterAll(() => rm(folder, { recursive: true }));

	it.each([
		['below a file', join('file', 'state.json')],
		['deep below a file', join('file', 'deep', 'state.json')],
		['with too long a name', 'x'.repeat(300)],
	])('%s is refused in one sentence, and nothing is asked of the server', async (_what, path) => {
		const run = await scene.run({ inputs: { 'state-file': join(folder, path) } });
		expect(run.exitCode).toBe(1);
		expect(errorOf(run.stdout)).toEqual([
			expect.stringMatching(/^::error::Input "state-file": [^.]*(\.json[^.]*)?\.$/),
		]);
		expect(run.stderr).toBe('');
		expect(scene.sandbox.requests).toEqual([]);
		expect(await readFile(join(folder, 'file'), 'utf8')).toBe('text');
	});
});

describe('Inputs that contradict each other', () => {
	it.each<[Record<string, string>, string]>([
		[
			{ 'only-accounts': '@a@x.example', 'block-accounts': 'x.example' },
			'Input "only-accounts": @a@x.example is blocked by x.example in "block-accounts"; take it out of one of them.',
		],
		[
			{ 'only-accounts': 'a.x.example', 'block-accounts': '*.x.example' },
			'Input "only-accounts": a.x.example is blocked by *.x.example in "block-accounts"; take it out of one of them.',
		],
		[{ origin: 'local', 'only-accounts': '@a@x.example' }, 'Input "only-accounts": none of them is on '],
		[{ 'new-members-within': '0s' }, 'Input "new-members-within": nobody is younger than 0s; '],
		[
			{ 'boost-interval': '300d' },
			'Input "boost-interval": 300d between 20 boosts is more than the 6 hours ',
		],
	])('are refused in one sentence: %j', async (inputs, sentence) => {
		const run = await scene.run({ inputs });
		expect(run.exitCode).toBe(1);
		expect(errorOf(run.stdout)).toEqual([expect.stringContaining(`::error::${sentence}`)]);
		expect(scene.sandbox.requests).toEqual([]);
	});
});

describe('A token', () => {
	it('that is refused ends the run with one sentence', async () => {
		const run = await scene.run({ inputs: { 'access-token': 'expired' } });
		expect(run.exitCode).toBe(1);
		expect(errorOf(run.stdout)).toEqual([
			`::error::${scene.sandbox.host} refused the access token: check that "access-token" is complete, was not revoked and was made on this instance.`,
		]);
		expect(scene.sandbox.requests).toHaveLength(1);
	});

	it('of an application is refused with one sentence', async () => {
		const token = scene.sandbox.addToken({ app: true, scopes: ['read', 'write'] });
		const run = await scene.run({ inputs: { 'access-token': token } });
		expect(run.exitCode).toBe(1);
		expect(errorOf(run.stdout)[0]).toContain("must be a user's token, not the one of an application");
	});

	it.each([
		[['read:statuses', 'write:statuses'], 'read:accounts'],
		[['read:accounts', 'write:statuses'], 'read:statuses'],
		[['read'], 'write:statuses'],
	])('with the scopes %j alone is told that %s is missing', async (scopes, missing) => {
		const account = scene.booster;
		const token = scene.sandbox.addToken({ account, scopes });
		const run = await scene.run({ inputs: { 'access-token': token } });
		expect(run.exitCode).toBe(1);
		expect(errorOf(run.stdout)[0]).toContain(`lacks the scope "${missing}"`);
		expect(scene.boosted()).toEqual([]);
	});

	it('that snac does not know is refused with the same sentence', async () => {
		const snac = await Scene.open(profiles.snac);
		const run = await snac.run({ inputs: { 'access-token': 'expired' } });
		await snac.close();
		expect(run.exitCode).toBe(1);
		expect(errorOf(run.stdout)[0]).toContain('refused the access token');
	});

	it('is masked before anything else and stands nowhere else', async () => {
		const run = await scene.run({ inputs: { 'dry-run': 'true' }, env: { RUNNER_DEBUG: '1' } });
		const [first, ...rest] = run.stdout.split('\n');
		expect(first).toBe(`::add-mask::${scene.token}`);
		const elsewhere = [
			...rest,
			run.stderr,
			run.summary,
			run.reportText,
			JSON.stringify(run.outputs),
			run.post?.stdout,
		];
		expect(elsewhere.join('\n')).not.toContain(scene.token);
	});
});

describe('A token that the server repeats', () => {
	const REBLOG = { method: 'POST', path: /\/reblog$/ };
	const TIMELINE = { method: 'GET', path: /\/timelines\/tag\// };
	const CREDENTIALS = { method: 'GET', path: /\/verify_credentials$/ };

	it.each([
		['who it is', CREDENTIALS, 403],
		['a timeline', TIMELINE, 403],
		['a timeline, in a server error', TIMELINE, 503],
		['a boost', REBLOG, 403],
		['a boost, in a server error', REBLOG, 500],
	])('in its answer to %s stands nowhere', async (_what, match, status) => {
		const talkative = await Scene.open();
		talkative.post(5);
		const body = { error: `Token ${talkative.token} is odd` };
		talkative.sandbox.faults.add({ match, kind: 'status', status, body, times: 99 });
		const env = { RUNNER_DEBUG: '1' };
		const run = await talkative.run({ inputs: { 'max-wait': '0s' }, env });
		await talkative.close();
		const [mask, ...rest] = run.stdout.split('\n');
		expect(mask).toBe(`::add-mask::${talkative.token}`);
		expect(run.stdout).toContain('Token *** is odd');
		const outputs = JSON.stringify(run.outputs);
		const told = [...rest, run.stderr, run.summary, run.reportText, outputs, run.post?.stdout].join('\n');
		expect(told).not.toContain(talkative.token);
	});
});

describe('A server', () => {
	it('that cannot be reached ends the run with one sentence', async () => {
		const gone = await Scene.open();
		await gone.sandbox.close();
		const run = await gone.run({ inputs: { 'max-wait': '0s' } });
		await gone.cache.close();
		expect(run.exitCode).toBe(1);
		expect(errorOf(run.stdout)).toEqual([
			`::error::${gone.sandbox.host} could not be reached (the connection was refused): check "instance", or wait until the server is back; nothing is lost.`,
		]);
	});

	it('that points to another one is not followed, and the sentence names it', async () => {
		const moved = await Scene.open();
		moved.sandbox.faults.add({ kind: 'redirect', location: `${scene.sandbox.url}/api/v1`, times: 9 });
		const run = await moved.run();
		await moved.close();
		expect(run.exitCode).toBe(1);
		expect(errorOf(run.stdout)[0]).toContain(`it points to ${scene.sandbox.url}/api/v1`);
		expect(scene.sandbox.requests).toEqual([]);
	});
});
