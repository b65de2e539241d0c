import { mkdir, mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { actionMetadata } from './action-metadata.mts';
import { readRunnerFile } from './read-runner-file.mts';
import type { RunActionOptions } from './run-action-options.mts';
import { runStep, type StepRun } from './run-step.mts';
import { runnerEnvironment } from './runner-environment.mts';
import { RunnerFiles } from './runner-files.mts';

/** The main step, and what both steps left behind. */
export interface ActionRun extends StepRun {
	readonly outputs: Readonly<Record<string, string>>;
	/** What the main step handed to the post step. */
	readonly state: Readonly<Record<string, string>>;
	/** Markdown, of both steps. */
	readonly summary: string;
	/** Undefined when the action has no post step or it was told not to run. */
	readonly post: StepRun | undefined;
	/** The file that the output `report-file` names, read before the machine's folder went. */
	readonly reportText: string | undefined;
}

/**
 * Runs a JavaScript action as GitHub's runner does: the main and the post script as programs of their own, with
 * the inputs, the runner's files and the cache service in their environment. The post step runs whatever became
 * of the main step. Workflow commands on standard output are left for the caller to read.
 * @throws Error when a step takes too long, or writes something to the runner's files that the runner refuses
 */
export async function runAction(options: RunActionOptions = {}): Promise<ActionRun> {
	if (options.folder !== undefined) return await runIn(resolve(options.folder), options);
	const folder = await mkdtemp(join(tmpdir(), 'runner-'));
	try {
		return await runIn(folder, options);
	} finally {
		await rm(folder, { recursive: true, force: true });
	}
}

async function runIn(folder: string, options: RunActionOptions): Promise<ActionRun> {
	const { actionFolder = process.cwd(), timeoutMs = 120_000, onMain, onPost } = options;
	const metadata = actionMetadata(await readFile(join(actionFolder, 'action.yml'), 'utf8'));
	const { main, post, postIf } = metadata.runs;
	if (postIf !== 'always()') throw new Error(`This runner knows no other post-if than always(): ${postIf}`);
	const machine = runnerEnvironment(metadata, folder, options);
	const temp = join(folder, 'temp');
	await rm(temp, { recursive: true, force: true });
	const folders = ['home', 'work', 'temp', 'tools'].map((name) => join(folder, name));
	await Promise.all(folders.map(async (path) => await mkdir(path, { recursive: true })));

	const step = async (script: string, more: Record<string, string>, onStart?: RunActionOptions['onMain']) => {
		const files = await RunnerFiles.make(join(temp, '_runner_file_commands'));
		const env = { ...machine, ...files.env, ...more };
		const cwd = join(folder, 'work');
		return { files, run: await runStep(resolve(actionFolder, script), { env, cwd, timeoutMs, onStart }) };
	};

	const mainStep = await step(main, {}, onMain);
	const outputs = await readValues(mainStep.files, 'GITHUB_OUTPUT');
	const state = await readValues(mainStep.files, 'GITHUB_STATE');
	const saved = Object.fromEntries(Object.entries(state).map(([name, value]) => [`STATE_${name}`, value]));
	const postStep = post === undefined || options.post === false ? undefined : await step(post, saved, onPost);
	const steps = [mainStep, ...(postStep === undefined ? [] : [postStep])];
	const summaries = steps.map(async ({ files }) => await files.read('GITHUB_STEP_SUMMARY'));
	return {
		...mainStep.run,
		outputs,
		state,
		summary: (await Promise.all(summaries)).join(''),
		post: postStep?.run,
		reportText: await readReport(join(folder, 'work'), outputs['report-file']),
	};
}

async function readValues(
	files: RunnerFiles,
	name: 'GITHUB_OUTPUT' | 'GITHUB_STATE',
): Promise<Record<string, string>> {
	return Object.fromEntries(readRunnerFile(await files.read(name)));
}

async function readReport(workspace: string, path: string | undefined): Promise<string | undefined> {
	if (path === undefined || path === '') return undefined;
	return await readFile(resolve(workspace, path), 'utf8').catch((error: NodeJS.ErrnoException) => {
		// A step that was killed may have promised a file that it never wrote.
		if (error.code === 'ENOENT') return undefined;
		throw error;
	});
}
