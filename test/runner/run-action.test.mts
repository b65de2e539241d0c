import { mkdtemp, readdir, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { runAction } from './run-action.mts';
import type { RunActionOptions } from './run-action-options.mts';
import { startCacheService } from './cache-service.mts';
import { writeAction } from './write-action.mts';

const YAML = `name: Test
inputs:
  max-age:
    description: With a default
    default: 7d
  two words:
    description: Without
runs:
  using: node24
  main: dist/main.mjs
  post: dist/post.mjs
  post-if: always()
`;

/** Does what its input `script` says, with `write` for the runner's files. */
const MAIN = `
import { appendFileSync, writeFileSync } from 'node:fs';
const write = (name, text) => appendFileSync(process.env['GITHUB_' + name], text);
await eval('(async () => {' + process.env.INPUT_SCRIPT + '})()');
`;
const POST = `
import { appendFileSync } from 'node:fs';
appendFileSync(process.env.GITHUB_STEP_SUMMARY, 'post\\n');
appendFileSync(process.env.GITHUB_OUTPUT, 'late=1\\n');
console.log(process.env.STATE_where + ' ' + process.cwd());
`;

// Each run starts programs, and the machine may have other things to do.
jest.setTimeout(30_000);

describe('runAction', () => {
	let actionFolder = '';

	beforeAll(async () => {
		actionFolder = await writeAction({ 'action.yml': YAML, 'dist/main.mjs': MAIN, 'dist/post.mjs': POST });
	});
	afterAll(async () => {
		await rm(actionFolder, { recursive: true });
	});

	const run = async (script: string, { inputs, ...options }: RunActionOptions = {}) =>
		await runAction({ actionFolder, inputs: { script, ...inputs }, ...options });
	const environment = async (options: RunActionOptions = {}) =>
		JSON.parse((await run('console.log(JSON.stringify(process.env))', options)).stdout) as NodeJS.ProcessEnv;

	it('gives both steps to the caller: how they ended and what they left', async () => {
		const script = `
			write('OUTPUT', 'boosted<<END\\n[\\n]\\nEND\\nreport-file=' + process.env.RUNNER_TEMP + '/report\\n');
			write('STATE', 'where=here\\n');
			write('STEP_SUMMARY', '# Ünï\\n');
			writeFileSync(process.env.RUNNER_TEMP + '/report', '{}');
			console.log('out');
			console.error('err');
			process.exitCode = 3;`;
		const ended = await run(script);
		expect(ended).toMatchObject({ exitCode: 3, signal: null, stdout: 'out\n', stderr: 'err\n' });
		expect(Object.keys(ended.outputs)).toEqual(['boosted', 'report-file']);
		expect(ended.outputs['boosted']).toBe('[\n]');
		expect(ended.state).toEqual({ where: 'here' });
		expect(ended.summary).toBe('# Ünï\npost\n');
		expect(ended.reportText).toBe('{}');
		expect(ended.post).toMatchObject({ exitCode: 0, signal: null, stderr: '' });
		expect(ended.post?.stdout).toMatch(/^here .*work\n$/);
	});

	it('hands over all inputs, with their defaults, and the branch, the run and the job', async () => {
		const env = await environment({
			inputs: { 'Two Words': 'x\ny', more: 'z' },
			ref: 'refs/heads/topic/a',
			runId: 77,
			attempt: 2,
			workflow: 'Nightly',
			job: 'night',
			env: { RUNNER_DEBUG: '1' },
		});
		expect(env).toMatchObject({
			'INPUT_MAX-AGE': '7d',
			INPUT_TWO_WORDS: 'x\ny',
			INPUT_MORE: 'z',
			GITHUB_REF: 'refs/heads/topic/a',
			GITHUB_REF_NAME: 'topic/a',
			GITHUB_RUN_ID: '77',
			GITHUB_RUN_ATTEMPT: '2',
			GITHUB_WORKFLOW: 'Nightly',
			GITHUB_JOB: 'night',
			RUNNER_DEBUG: '1',
		});
	});

	it('gives an input without a default and without a value as empty, and each run a number', async () => {
		const [first, second] = [await environment(), await environment()];
		expect(first).toMatchObject({ INPUT_TWO_WORDS: '', GITHUB_RUN_ATTEMPT: '1' });
		expect(Number(second['GITHUB_RUN_ID'])).toBe(Number(first['GITHUB_RUN_ID']) + 1);
	});

	it('hides the rest of our own environment', async () => {
		process.env['RUNNER_TEST_SECRET'] = 'x';
		const env = await environment();
		delete process.env['RUNNER_TEST_SECRET'];
		expect(env).not.toHaveProperty('RUNNER_TEST_SECRET');
		expect(env).not.toHaveProperty('ACTIONS_RESULTS_URL');
		expect(env['HOME']).not.toBe(process.env['HOME']);
	});

	it('points to the cache service that it was given', async () => {
		const cache = await startCacheService();
		const env = await environment({ cache }).finally(cache.close);
		expect(env).toMatchObject({ ACTIONS_RESULTS_URL: cache.url, ACTIONS_CACHE_SERVICE_V2: 'true' });
	});

	it('runs on a new machine each time, and leaves nothing of it', async () => {
		const folders = [await environment(), await environment()].map((env) => env['GITHUB_WORKSPACE'] ?? '');
		expect(new Set(folders).size).toBe(2);
		for (const folder of folders) await expect(stat(folder)).rejects.toThrow('ENOENT');
	});

	it('keeps a machine that it was given, but for its temporary files', async () => {
		const folder = await mkdtemp(join(tmpdir(), 'machine-'));
		await run("writeFileSync('kept', ''); writeFileSync(process.env.RUNNER_TEMP + '/gone', '')", { folder });
		await writeFile(join(folder, 'home', 'kept'), '');
		await run('', { folder });
		expect(await readdir(join(folder, 'work'))).toEqual(['kept']);
		expect(await readdir(join(folder, 'home'))).toEqual(['kept']);
		expect(await readdir(join(folder, 'temp'))).toEqual(['_runner_file_commands']);
		await rm(folder, { recursive: true });
	});

	it('runs the post step after a main step that was killed', async () => {
		const script = `write('STATE', 'where=here\\n'); console.log('ready'); setInterval(() => {}, 1000)`;
		const ended = await run(script, {
			onMain: (child) => child.stdout?.once('data', () => child.kill('SIGKILL')),
		});
		expect(ended).toMatchObject({ exitCode: null, signal: 'SIGKILL', stdout: 'ready\n' });
		expect(ended.post?.stdout).toMatch(/^here /);
	});

	it('hands out the process of the post step, too', async () => {
		const ended = await run('', { onPost: (child) => child.kill('SIGKILL') });
		expect([ended.signal, ended.post?.signal]).toEqual([null, 'SIGKILL']);
	});

	it('leaves the post step away when told so', async () => {
		expect((await run('', { post: false })).post).toBeUndefined();
	});

	it('gives no report when the action has promised one but not written it', async () => {
		expect((await run("write('OUTPUT', 'report-file=none.json')")).reportText).toBeUndefined();
	});

	it('ends a step that takes too long, and tells what it printed', async () => {
		const ended = run("console.log('stuck'); setInterval(() => {}, 1000)", { timeoutMs: 500 });
		await expect(ended).rejects.toThrow(/main\.mjs did not end within 500 ms:\nstuck/);
	});
});
