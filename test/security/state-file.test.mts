import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { execFileSync, spawnSync } from 'node:child_process';
import {
	chmodSync,
	copyFileSync,
	lstatSync,
	mkdirSync,
	mkdtempSync,
	readFileSync,
	readdirSync,
	rmSync,
	symlinkSync,
	truncateSync,
	writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { FileStateStore } from '../../action/adapters/file-state-store.mts';
import { Scene } from '../action/scene.mts';

let scene: Scene;
let folder: string;
let programs: string;
beforeAll(async () => {
	scene = await Scene.open();
	scene.post(5);
});
afterAll(() => scene.close());
beforeEach(() => {
	folder = mkdtempSync(join(tmpdir(), 'state-'));
	programs = mkdtempSync(join(tmpdir(), 'programs-'));
	chmodSync(programs, 0o755);
	writeFileSync(join(folder, 'file'), 'precious');
	mkdirSync(join(folder, 'folder'));
	scene.sandbox.clearRequests();
});
afterEach(() => [folder, programs].forEach((path) => rmSync(path, { recursive: true })));

/** Makes the hostile thing, and answers the value of the input. */
const REFUSED: ReadonlyArray<[string, (at: string) => string, string]> = [
	['a directory', () => 'folder', 'is a directory; name a file'],
	['a symbolic link to a file', (at) => link(at, 'file'), 'is a symbolic link'],
	['a symbolic link to a directory', (at) => link(at, 'folder'), 'is a symbolic link'],
	['a symbolic link to nowhere', (at) => link(at, 'nowhere'), 'is a symbolic link'],
	['a symbolic link to itself', (at) => link(at, 'link'), 'is a symbolic link'],
	['below a symbolic link to nowhere', (at) => `${link(at, 'nowhere')}/state.json`, 'which is no directory'],
	['below a symbolic link to itself', (at) => `${link(at, 'link')}/state.json`, 'cannot be used (ELOOP)'],
	['below a file', () => 'file/state.json', 'which is no directory'],
	['a pipe', (at) => pipe(at), 'is no ordinary file'],
	['a device', () => '/dev/zero', 'is no ordinary file'],
	['a file of 100 MB', (at) => large(at), 'is too large for a state'],
	['of a long name', () => 'x'.repeat(240), 'the name of the file is too long'],
	['below a long name', () => `${'x'.repeat(300)}/state.json`, 'cannot be used (ENAMETOOLONG)'],
	['of a long path', () => 'abcdefgh/'.repeat(600), 'cannot be used (ENAMETOOLONG)'],
	['in the home of a shell', () => '~/state.json', 'begins with ~'],
	['on two lines', () => 'a\nb', 'invisible signs'],
	['with escapes of a terminal', () => 'a\u001b]8;;https://evil.example\u0007b', 'invisible signs'],
	['with a text that runs backwards', () => 'a\u202enosj.etats', 'invisible signs'],
];

function link(at: string, target: string): string {
	symlinkSync(target, join(at, 'link'));
	return 'link';
}

function pipe(at: string): string {
	execFileSync('mkfifo', [join(at, 'pipe')]);
	return 'pipe';
}

function large(at: string): string {
	writeFileSync(join(at, 'large'), '');
	truncateSync(join(at, 'large'), 100 * 1024 * 1024);
	return 'large';
}

describe('A state file', () => {
	const pathOf = (given: string) => (/^[~/]|^a[\n\u001b\u202e]/.test(given) ? given : join(folder, given));

	it.each(REFUSED)(
		'%s is refused in one sentence, before anything is asked of the server',
		async (_what, make, why) => {
			const given = make(folder);
			const before = readdirSync(folder);
			const run = await scene.run({ inputs: { 'state-file': pathOf(given) }, post: false });
			expect(run).toMatchObject({ exitCode: 1, stderr: '' });
			const told = run.stdout.split('\n').filter((line) => line !== '' && !line.startsWith('::add-mask::'));
			expect(told).toEqual([expect.stringMatching(/^::error::Input "state-file": .*\.$/)]);
			expect(told[0]).toContain(why);
			expect(scene.sandbox.requests).toEqual([]);
			expect([readdirSync(folder), readFileSync(join(folder, 'file'), 'utf8')]).toEqual([before, 'precious']);
		},
	);

	it.each([
		['beside the folder', '../state-beside.json'],
		['with spaces and quotation marks', 'my "own" $(state) `file`.json'],
		['in folders that are still to be made', 'a/b/../c/state.json'],
		['in Arabic', 'حالة.json'],
	])('%s is kept where it was named', async (_what, name) => {
		const run = await scene.run({ inputs: { 'state-file': join(folder, 'folder', name) } });
		expect(run).toMatchObject({ exitCode: 0, stderr: '' });
		expect(JSON.parse(readFileSync(join(folder, 'folder', name), 'utf8'))).toHaveProperty('version');
	});

	it('of bytes that are no text is kept aside as it was', async () => {
		const bytes = Buffer.from([0xff, 0xfe, 0x00, 0x80, 0xc3, 0x28]);
		writeFileSync(join(folder, 'state.json'), bytes);
		const run = await scene.run({ inputs: { 'state-file': join(folder, 'state.json') } });
		expect(run).toMatchObject({ exitCode: 0, outputs: { state: 'recovered' } });
		const aside = readdirSync(folder).find((name) => name.startsWith('state.json.unusable-'));
		expect(readFileSync(join(folder, aside!))).toEqual(bytes);
	});

	it('is not written through a link that somebody put there meanwhile', async () => {
		const store = new FileStateStore(join(folder, 'state.json'), {
			readOnly: false,
			sleep: async () => undefined,
		});
		symlinkSync('file', join(folder, 'state.json'));
		await expect(store.load()).rejects.toThrow('Input "state-file": the file cannot be used');
		await store.save('text');
		expect(lstatSync(join(folder, 'state.json')).isFile()).toBe(true);
		expect(readFileSync(join(folder, 'file'), 'utf8')).toBe('precious');
	});

	it.each([
		['a file that may not be read', 'file', 0o222, 0o777],
		['a file that may not be written', 'file', 0o444, 0o777],
		['a folder that may not be written', 'state.json', 0o666, 0o555],
	])('%s is refused with what the system says', (_what, name, fileMode, folderMode) => {
		chmodSync(join(folder, 'file'), fileMode);
		chmodSync(folder, folderMode);
		copyFileSync('action/dist/main.mjs', join(programs, 'main.mjs'));
		// Rights mean nothing to the superuser, as whom tests may run: then somebody else runs the program.
		const somebody = process.geteuid?.() === 0 ? { uid: 65_534, gid: 65_534 } : {};
		const inputs = { INPUT_INSTANCE: scene.sandbox.url, 'INPUT_ACCESS-TOKEN': 'x', INPUT_HASHTAGS: 'cats' };
		const env = { ...inputs, 'INPUT_STATE-FILE': join(folder, name) };
		const { stdout } = spawnSync(process.execPath, [join(programs, 'main.mjs')], { ...somebody, env });
		expect(String(stdout)).toContain('Input "state-file": the file cannot be used (EACCES)');
	});
});
