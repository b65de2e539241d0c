import { spawnSync } from 'node:child_process';

/** Runs the long form. One seed for all suites, chosen here, because each suite file is loaded by itself. */
const seed = process.env.SEED ?? String(Date.now() % 2 ** 31);
console.log(`SEED=${seed} npm run test:soak repeats this run.`);
const { status } = spawnSync(
	'npx',
	['jest', '--config', 'test/faults/jest.config.mjs', ...process.argv.slice(2)],
	{
		stdio: 'inherit',
		env: { ...process.env, SOAK: '1', SEED: seed },
		shell: process.platform === 'win32',
	},
);
process.exit(status ?? 1);
