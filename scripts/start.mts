import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startCacheService } from '../test/runner/cache-service.mts';
import type { ActionRun } from '../test/runner/run-action.mts';
import { runAction } from '../test/runner/run-action.mts';
import { startSandbox } from '../test/sandbox/sandbox.mts';
import { addLateArrival, DEMO_HASHTAGS, fillTimeline } from './demo-timeline.mts';
import { terminalSummary } from './terminal-summary.mts';

/** Shown in the order in which action.yml lists them. */
const SHOWN_OUTPUTS = [
	'boosted-count',
	'skipped-count',
	'queued-count',
	'failed-count',
	'seen-count',
	'state',
];

if (!existsSync('action/dist/main.mjs')) {
	execFileSync(process.execPath, ['scripts/bundle-action.mts'], { stdio: 'inherit' });
}
const { MASTODON_INSTANCE, MASTODON_ACCESS_TOKEN, HASHTAGS } = process.env;
if (MASTODON_INSTANCE && MASTODON_ACCESS_TOKEN && HASHTAGS) {
	await runOnServer(MASTODON_INSTANCE, MASTODON_ACCESS_TOKEN, HASHTAGS);
} else if (MASTODON_INSTANCE || MASTODON_ACCESS_TOKEN || HASHTAGS) {
	console.error(
		'For a real server set MASTODON_INSTANCE, MASTODON_ACCESS_TOKEN and HASHTAGS; for the sandbox none of them.',
	);
	process.exitCode = 1;
} else {
	await runOnSandbox();
}

/** One run on a real server, as GitHub's runner would do it; without a cache, so that it leaves nothing behind. */
async function runOnServer(instance: string, accessToken: string, hashtags: string): Promise<void> {
	const isDry = !process.argv.includes('--boost');
	const inputs = { instance, 'access-token': accessToken, hashtags, 'dry-run': String(isDry) };
	const folder = await mkdtemp(join(tmpdir(), 'mastodon-hashtag-boost-'));
	try {
		const run = await runAction({ inputs: { ...inputs, 'state-file': join(folder, 'state.json') } });
		show(isDry ? `Dry run on ${instance}` : `Run on ${instance}`, run);
		if (isDry) console.log('\nNothing was boosted. To boost: npm start -- --boost');
		process.exitCode = run.exitCode ?? 1;
	} finally {
		await rm(folder, { recursive: true, force: true });
	}
}

/** Three runs on the sandbox: the second finds nothing new, the third a post that arrived late. */
async function runOnSandbox(): Promise<void> {
	const sandbox = await startSandbox();
	const cache = await startCacheService();
	try {
		const booster = sandbox.addAccount({ username: 'welcome', displayName: 'Welcome bot', bot: true });
		const token = sandbox.addToken({
			account: booster,
			scopes: ['read:accounts', 'read:statuses', 'write:statuses'],
		});
		fillTimeline(sandbox, Date.now());
		const inputs = { instance: sandbox.url, 'access-token': token, hashtags: DEMO_HASHTAGS };
		const folder = await mkdtemp(join(tmpdir(), 'mastodon-hashtag-boost-'));
		const run = () => runAction({ inputs, cache, folder });
		try {
			const runs = [await run(), await run()];
			show('First run', runs[0]!);
			show('Second run: nothing new, nothing boosted', runs[1]!);
			addLateArrival(sandbox, Date.now());
			runs.push(await run());
			show('Third run: a post arrived 40 minutes late', runs[2]!);
			const boosts = sandbox.boosts();
			const distinct = new Set(boosts.map(({ uri }) => uri)).size;
			console.log(`\nThe server counts ${boosts.length} boosts of ${distinct} posts.`);
			const wentWell =
				runs.every(({ exitCode }) => exitCode === 0) && runs[1]!.outputs['boosted-count'] === '0';
			process.exitCode = wentWell && boosts.length === 4 && distinct === 4 ? 0 : 1;
		} finally {
			await rm(folder, { recursive: true, force: true });
		}
	} finally {
		await cache.close();
		await sandbox.close();
	}
}

function show(title: string, run: ActionRun): void {
	const steps = [run.stdout, run.stderr, run.post?.stdout ?? '', run.post?.stderr ?? ''];
	// Masks and debug lines are for the runner alone.
	const log = steps
		.join('')
		.split('\n')
		.filter((line) => line !== '' && !/^::(?:add-mask|debug)::/.test(line));
	const outputs = SHOWN_OUTPUTS.map((name) => `${name}: ${run.outputs[name] ?? ''}`);
	console.log(`\n${'='.repeat(78)}\n${title}\n${'='.repeat(78)}`);
	console.log(`\n--- log\n${log.join('\n')}`);
	console.log(`\n--- job summary\n${terminalSummary(run.summary)}`);
	console.log(`\n--- outputs\n${outputs.join('\n')}`);
}
