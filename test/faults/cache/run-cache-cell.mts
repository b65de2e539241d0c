import { idsOf, Scene } from '../../action/scene.mts';
import type { ActionRun } from '../../runner/run-action.mts';
import type { Profile } from '../../sandbox/profile.mts';
import type { CacheFault } from './cache-fault.mts';
import { CACHE_KEY } from './cache-key.mts';

export interface CacheCell {
	readonly profile: Profile;
	/** Posts wait in the queue. */
	readonly isWaiting: boolean;
	readonly fault: CacheFault;
}

const INPUTS = { 'cache-key': CACHE_KEY, 'max-wait': '0s' };

/** A run with a fault of the cache, with clean ones before and after it. Answers what is wrong then. */
export async function runCacheCell({ profile, isWaiting, fault }: CacheCell): Promise<readonly string[]> {
	const scene = await Scene.open(profile);
	try {
		const posts = scene.posts(4);
		await scene.run({ inputs: { ...INPUTS, ...(isWaiting ? { 'max-boosts': '3' } : {}) } });
		await fault.arm(scene);
		posts.push(scene.post(1));
		const disturbed = await scene.run({ inputs: INPUTS, timeoutMs: 400_000 });
		scene.cache.setMode('ok');
		posts.push(scene.post(0));
		const clean = [await scene.run({ inputs: INPUTS }), await scene.run({ inputs: INPUTS })];
		const { state, 'boosted-count': boosted } = clean.at(-1)!.outputs;
		const wrong = [
			...verdictOn(disturbed, fault),
			...clean
				.filter(({ exitCode }) => exitCode !== 0)
				.map(({ exitCode }) => `a clean run ended with ${exitCode}`),
			...(state === 'restored' && boosted === '0'
				? []
				: [`the last run: state ${state}, ${boosted} boosted`]),
			...(String(scene.boosted().sort()) === String(idsOf(posts).sort())
				? []
				: [`boosted ${String(scene.boosted())} instead of ${String(idsOf(posts))}`]),
		];
		const name = `${profile.software.name}, ${isWaiting ? 'with' : 'without'} a queue, ${fault.name}`;
		return wrong.map((what) => `${name}: ${what}`);
	} finally {
		await scene.close();
	}
}

function verdictOn({ exitCode, outputs, stdout, stderr, post }: ActionRun, fault: CacheFault): string[] {
	const lines = `${stdout}${post?.stdout ?? ''}`.split('\n').filter((line) => !line.startsWith('::debug::'));
	const told = lines.filter((line) => line.startsWith('::warning::'));
	return [
		exitCode === 0 && post?.exitCode === 0 ? '' : `exit codes ${exitCode} and ${post?.exitCode}`,
		stderr === '' && post?.stderr === '' ? '' : `on standard error: ${stderr}${post?.stderr}`,
		outputs.state === fault.state ? '' : `state ${outputs.state} instead of ${fault.state}`,
		told.length === fault.warnings
			? ''
			: `${told.length} warnings instead of ${fault.warnings}: ${told.join(' ')}`,
		told.every((line) => /^::warning::The .{20,600}\.$/.test(line)) ? '' : `no sentence: ${told.join(' ')}`,
		!fault.isSlow && /did not answer/.test(told.join()) ? `a reason that is none: ${told.join()}` : '',
		lines.some((line) => line.startsWith('::error')) ? `an error: ${lines.join(' ')}` : '',
	].filter((what) => what !== '');
}
