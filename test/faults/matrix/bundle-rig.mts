import { Scene } from '../../action/scene.mts';
import type { ActionRun } from '../../runner/run-action.mts';
import type { Profile } from '../../sandbox/profile.mts';
import type { Outcome } from './outcome.mts';
import type { Rig } from './rig.mts';

/** The bundled Action as GitHub's runner starts it, with its state in the Actions cache. */
export async function bundleRig(profile: Profile): Promise<Rig> {
	const scene = await Scene.open(profile);
	return {
		scene,
		run: async (inputs) => outcomeOf(await scene.run({ inputs }), scene.token),
		forget: () => scene.cache.evict(),
		close: () => scene.close(),
	};
}

function outcomeOf(run: ActionRun, token: string): Outcome {
	const { exitCode, outputs, stdout, stderr, post } = run;
	const text = `${stdout}${post?.stdout ?? ''}`;
	const errors = text.split('\n').filter((line) => line.startsWith('::error'));
	const shown = text.replace(`::add-mask::${token}\n`, '');
	const blots = [
		exitCode === 0 || exitCode === 1 ? '' : `exit code ${exitCode}`,
		post?.exitCode === 0 ? '' : `exit code ${post?.exitCode} of the post step`,
		errors.length === exitCode ? '' : `${errors.length} errors at exit code ${exitCode}: ${errors.join()}`,
		errors.every(isSentence) ? '' : `an error that is no sentence: ${errors.join()}`,
		/^\s+at .*[:(]/m.test(text) ? `a stack trace: ${text}` : '',
		stderr === '' && post?.stderr === '' ? '' : `on standard error: ${stderr}${post?.stderr}`,
		`${shown}${run.summary}${run.reportText}`.includes(token) ? 'the token is shown' : '',
	];
	return {
		isFine: exitCode === 0,
		state: outputs.state ?? '',
		boosted: Number(outputs['boosted-count']),
		blots: blots.filter((blot) => blot !== ''),
	};
}

function isSentence(line: string): boolean {
	return /^::error::[\w.:]+ .{20,300}\.$/.test(line);
}
