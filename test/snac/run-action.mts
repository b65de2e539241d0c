import { spawn } from 'node:child_process';
import { mkdir, mkdtemp, readFile, writeFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { actionDefaults } from './action-defaults.mts';
import { readRunnerFile } from './read-runner-file.mts';

export interface ActionRun {
	/** Of the main step; the post step must end with 0, whatever happened before. */
	readonly exitCode: number;
	readonly outputs: ReadonlyMap<string, string>;
	readonly summary: string;
	/** What both steps printed. */
	readonly log: string;
}

/**
 * Runs the bundled Action as the GitHub runner does: both steps as programs of their own, with the inputs
 * and the runner's files in the environment and nothing else. Expects to be in the repository's root.
 * @param folder where the run keeps its files; a new folder is made in it for each run
 */
export async function runAction(
	folder: string,
	inputs: Readonly<Record<string, string>>,
): Promise<ActionRun> {
	const run = await mkdtemp(join(folder, 'run-'));
	const files = ['GITHUB_OUTPUT', 'GITHUB_STATE', 'GITHUB_STEP_SUMMARY', 'GITHUB_ENV', 'GITHUB_PATH'];
	const folders = ['RUNNER_TEMP', 'GITHUB_WORKSPACE', 'HOME'];
	// The runner makes all of them before a step begins.
	await Promise.all(files.map(async (file) => await writeFile(join(run, file), '')));
	await Promise.all(folders.map(async (name) => await mkdir(join(run, name))));

	const given = [...actionDefaults(await readFile(resolve('action.yml'), 'utf8')), ...Object.entries(inputs)];
	const env = {
		PATH: process.env['PATH'] ?? '',
		CI: 'true',
		GITHUB_ACTIONS: 'true',
		GITHUB_REPOSITORY: 'octo/boost',
		GITHUB_WORKFLOW: 'boost',
		GITHUB_RUN_ID: '1',
		GITHUB_RUN_ATTEMPT: '1',
		RUNNER_OS: 'Linux',
		...Object.fromEntries([...files, ...folders].map((name) => [name, join(run, name)])),
		...Object.fromEntries(given.map(([name, value]) => [`INPUT_${name.toUpperCase()}`, value])),
	};
	const main = await step('main', env);
	const saved = readRunnerFile(await readFile(join(run, 'GITHUB_STATE'), 'utf8'));
	const state = Object.fromEntries([...saved].map(([name, value]) => [`STATE_${name}`, value]));
	const post = await step('post', { ...env, ...state });
	if (post.exitCode !== 0) throw new Error(`The post step ended with ${post.exitCode}:\n${post.log}`);
	return {
		exitCode: main.exitCode,
		outputs: readRunnerFile(await readFile(join(run, 'GITHUB_OUTPUT'), 'utf8')),
		summary: await readFile(join(run, 'GITHUB_STEP_SUMMARY'), 'utf8'),
		log: main.log + post.log,
	};
}

async function step(
	name: 'main' | 'post',
	env: Readonly<Record<string, string>>,
): Promise<Pick<ActionRun, 'exitCode' | 'log'>> {
	return await new Promise((done, fail) => {
		const program = resolve(`action/dist/${name}.mjs`);
		const child = spawn(process.execPath, [program], {
			env,
			stdio: ['ignore', 'pipe', 'pipe'],
			timeout: 60_000,
		});
		let log = '';
		child.stdout.on('data', (chunk) => (log += chunk));
		child.stderr.on('data', (chunk) => (log += chunk));
		child.on('error', fail);
		child.on('close', (code, signal) => {
			if (code === null) fail(new Error(`The ${name} step was ended by ${signal}:\n${log}`));
			else done({ exitCode: code, log });
		});
	});
}
