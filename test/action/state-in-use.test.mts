import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { StateLock } from '../../action/adapters/state-lock.mts';
import { idsOf, Scene } from './scene.mts';

let scene: Scene;
let folder: string;
let file: string;
beforeEach(async () => {
	scene = await Scene.open();
	folder = mkdtempSync(join(tmpdir(), 'in-use-'));
	file = join(folder, 'state.json');
});
afterEach(async () => {
	await scene.close();
	rmSync(folder, { recursive: true });
});

/** Another run that uses the state file: this process. */
async function otherRun(): Promise<StateLock> {
	const lock = new StateLock(`${file}.lock`, async () => {});
	expect(await lock.take()).toBe(true);
	return lock;
}

function warningsOf(stdout: string): string[] {
	return stdout.match(/^::warning::.*$/gm) ?? [];
}

describe('A state file that another run uses', () => {
	it('keeps a run from boosting: it says so, succeeds, and leaves its posts to the next one', async () => {
		const posts = scene.posts(2);
		const lock = await otherRun();
		const run = await scene.run({ inputs: { 'state-file': file } });
		expect(run).toMatchObject({
			exitCode: 0,
			stderr: '',
			outputs: { state: 'unavailable', 'boosted-count': '0', 'seen-count': '0' },
		});
		const said = `Another run uses the state file (process ${process.pid} on `;
		expect(warningsOf(run.stdout)).toEqual([expect.stringContaining(said)]);
		expect(run.summary).toContain('Another run uses the state file');
		expect(JSON.parse(run.reportText!)).toMatchObject({ posts: [], run: { state: 'unavailable' } });
		expect(scene.asked()).toEqual(['GET /api/v1/accounts/verify_credentials']);
		expect(readdirSync(folder)).toEqual(['state.json.lock']);

		lock.release();
		await scene.run({ inputs: { 'state-file': file } });
		expect(scene.boosted()).toEqual(idsOf(posts));
		expect(readdirSync(folder)).toEqual(['state.json']);
	});

	it('does not keep a dry run from reading it', async () => {
		scene.posts(2);
		const lock = await otherRun();
		const run = await scene.run({ inputs: { 'state-file': file, 'dry-run': 'true' } });
		lock.release();
		expect(run.outputs).toMatchObject({ state: 'new', 'seen-count': '2' });
		expect(warningsOf(run.stdout)).toEqual([]);
	});

	it('is left to a run that took it over: the one that stood still boosts no more', async () => {
		const posts = scene.posts(3);
		const stop = scene.sandbox.faults.when(({ path }, boundary) => {
			if (path.endsWith('/reblog') && boundary === 'worked') writeFileSync(`${file}.lock`, 'of another run');
		});
		const run = await scene.run({ inputs: { 'state-file': file } });
		stop();
		expect(run).toMatchObject({ exitCode: 0, stderr: '' });
		expect(warningsOf(run.stdout)).toEqual([expect.stringContaining('Another run took over the state file')]);
		expect(scene.boosted()).toEqual(idsOf(posts.slice(0, 1)));
		expect(readFileSync(`${file}.lock`, 'utf8')).toBe('of another run');

		rmSync(`${file}.lock`);
		await scene.run({ inputs: { 'state-file': file } });
		expect(scene.boosted()).toEqual(idsOf(posts));
	});
});
