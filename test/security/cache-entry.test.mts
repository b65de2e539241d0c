import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { execFileSync } from 'node:child_process';
import {
	existsSync,
	lstatSync,
	mkdirSync,
	mkdtempSync,
	readdirSync,
	readFileSync,
	rmSync,
	writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { idsOf, Scene } from '../action/scene.mts';
import type { Post } from '../sandbox/post.mts';
import type { TarMember } from './tar-archive.mts';
import { tarArchive } from './tar-archive.mts';

const STATE = 'mastodon-hashtag-boost-state.json';

describe('A poisoned entry of the cache', () => {
	let scene: Scene;
	let posts: Post[];
	let folder: string;
	/** What belongs to somebody else on the machine. */
	let victim: string;
	beforeAll(async () => {
		scene = await Scene.open();
		posts = scene.posts(3);
		await scene.run({ inputs: { 'max-boosts': '2' } });
	});
	afterAll(() => scene.close());
	beforeEach(() => {
		folder = mkdtempSync(join(tmpdir(), 'poisoned-'));
		victim = join(folder, 'victim');
		mkdirSync(join(folder, 'victims'));
		mkdirSync(join(folder, 'machine'));
		writeFileSync(victim, 'precious');
	});
	afterEach(() => rmSync(folder, { recursive: true }));

	const poison = (archive: Buffer) => {
		const packed = execFileSync('zstd', ['-qc'], { input: archive, maxBuffer: 2 ** 28 });
		scene.cache.replace(() => packed);
	};
	/** Files outside of the folder of a run. */
	const outside = () =>
		readdirSync(folder, { recursive: true, encoding: 'utf8' })
			.filter((path) => !/^machine\/(?:temp\/|home$|work$|tools$|temp$)/.test(path))
			.sort();
	const evil = { text: 'evil' };
	const ENTRIES: ReadonlyArray<[string, (victim: string) => TarMember[]]> = [
		['a path upwards', () => [{ name: '../../../../evil', ...evil }]],
		['an absolute path', (path) => [{ name: path, ...evil }]],
		['a long path upwards', () => [{ name: `../../../../${'x'.repeat(120)}`, ...evil }]],
		['a path with a new line', () => [{ name: '../../../../a\nb', ...evil }]],
		['the folder above', () => [{ name: '../../..', type: 'folder', mode: 0o777 }]],
		['a symbolic link as the state', (path) => [{ name: STATE, type: 'symbolic link', target: path }]],
		['a link to a device as the state', () => [{ name: STATE, type: 'symbolic link', target: '/dev/zero' }]],
		[
			'a link, and a file through it',
			(path) => [
				{ name: STATE, type: 'symbolic link', target: path },
				{ name: STATE, ...evil },
			],
		],
		[
			'a link to a folder, and a file through it',
			(path) => [
				{ name: 'd', type: 'symbolic link', target: `${path}s` },
				{ name: 'd/evil', ...evil },
			],
		],
		[
			'the state as a link to a folder, and a file through it',
			(path) => [
				{ name: STATE, type: 'symbolic link', target: `${path}s` },
				{ name: `${STATE}/evil`, ...evil },
			],
		],
		['a hard link as the state', (path) => [{ name: STATE, type: 'hard link', target: path }]],
		[
			'a hard link, and a file over it',
			(path) => [
				{ name: STATE, type: 'hard link', target: path },
				{ name: STATE, ...evil },
			],
		],
		['a pipe as the state', () => [{ name: STATE, type: 'pipe' }]],
		['a device as the state', () => [{ name: STATE, type: 'device' }]],
		[
			'a folder as the state',
			() => [
				{ name: STATE, type: 'folder' },
				{ name: `${STATE}/x`, ...evil },
			],
		],
		['a folder alone as the state', () => [{ name: STATE, type: 'folder' }]],
		[
			'thousands of files',
			() => Array.from({ length: 3000 }, (_, index) => ({ name: `many/${index}`, ...evil })),
		],
		['a state that is too large', () => [{ name: STATE, text: ' '.repeat(17 * 1024 * 1024) }]],
		[
			'names that look like commands',
			() => ['::error::x', '::add-mask::e', '##[error]x'].map((name) => ({ name, ...evil })),
		],
		['nothing', () => []],
	];

	it.each(ENTRIES)(
		'that holds %s writes nothing elsewhere, and the run goes on without it',
		async (_what, members) => {
			const machine = join(folder, 'machine');
			const before = outside();
			const mode = lstatSync(folder).mode;
			poison(tarArchive(members(victim)));
			const inputs = { 'dry-run': 'true' };
			const run = await scene.run({ inputs, folder: machine, env: { RUNNER_DEBUG: '1' }, post: false });
			expect(run).toMatchObject({ exitCode: 0, stderr: '', outputs: { state: 'recovered' } });
			expect([outside(), lstatSync(folder).mode]).toEqual([before, mode]);
			expect([readFileSync(victim, 'utf8'), lstatSync(victim).nlink]).toEqual(['precious', 1]);
			expect(run.stdout).not.toMatch(/^::(?:error|add-mask::e$)|##\[/m);
		},
	);

	it('is told, replaced by a good one, and makes nothing boosted twice', async () => {
		poison(tarArchive([{ name: STATE, type: 'folder' }]));
		const run = await scene.run();
		expect(run.stdout).toMatch(/^::warning::The stored state was not used: it is broken\./m);
		expect(run).toMatchObject({ exitCode: 0, outputs: { state: 'recovered', 'boosted-count': '1' } });
		expect((await scene.run()).outputs.state).toBe('restored');
		expect(scene.boosted()).toEqual(idsOf(posts));
	});

	it('is what GNU tar would obey without our precaution', () => {
		writeFileSync(join(folder, 'a.tar'), tarArchive([{ name: '../evil', ...evil }]));
		mkdirSync(join(folder, 'run'));
		execFileSync('tar', ['-xf', join(folder, 'a.tar'), '-P', '-C', join(folder, 'run')]);
		expect(existsSync(join(folder, 'evil'))).toBe(true);
	});
});
