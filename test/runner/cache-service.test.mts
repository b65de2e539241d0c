import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, jest } from '@jest/globals';
import { startCacheService, type CacheService } from './cache-service.mts';
import { runAction, type ActionRun } from './run-action.mts';
import { writeAction } from './write-action.mts';

const YAML = `name: Cache
inputs:
  restore:
    description: Keys
  save:
    description: A key
  path:
    description: What is saved and restored
    default: state.txt
  text:
    description: Its content
    default: hello
runs:
  using: node24
  main: main.mjs
`;

const MODULES = pathToFileURL(join(__dirname, '../../node_modules/')).href;

/** Retries wait for seconds; here a second lasts ten milliseconds. */
const MAIN = `
import { existsSync, readFileSync, writeFileSync, appendFileSync } from 'node:fs';
const wait = globalThis.setTimeout;
globalThis.setTimeout = (done, ms, ...rest) => wait(done, ms / 100, ...rest);
const { restoreCache, saveCache } = await import('${MODULES}@actions/cache/lib/cache.js');
const { INPUT_RESTORE, INPUT_SAVE, INPUT_PATH: path, INPUT_TEXT } = process.env;
const tell = (name, value) => appendFileSync(process.env.GITHUB_OUTPUT, name + '=' + value + '\\n');
if (INPUT_RESTORE !== '') {
	const [key, ...restoreKeys] = INPUT_RESTORE.split(' ');
	tell('hit', (await restoreCache([path], key, restoreKeys)) ?? '');
	tell('text', existsSync(path) ? readFileSync(path, 'utf8') : '');
}
if (INPUT_SAVE !== '') {
	writeFileSync(path, INPUT_TEXT);
	tell('saved', (await saveCache([path], INPUT_SAVE)) !== -1);
}
`;

// Each run starts programs, and the machine may have other things to do.
jest.setTimeout(30_000);

describe('the cache service, as @actions/cache sees it', () => {
	let actionFolder = '';
	let cache: CacheService;

	beforeAll(async () => {
		actionFolder = await writeAction({ 'action.yml': YAML, 'main.mjs': MAIN });
	});
	afterAll(async () => {
		await rm(actionFolder, { recursive: true });
	});
	beforeEach(async () => {
		cache = await startCacheService({ now: () => new Date('2026-11-22T12:00:00Z') });
	});
	afterEach(async () => {
		await cache.close();
	});

	const run = async (inputs: Record<string, string>, ref = 'refs/heads/main'): Promise<ActionRun> => {
		const ended = await runAction({ actionFolder, inputs, cache, ref });
		expect(ended).toMatchObject({ exitCode: 0, stderr: '' });
		return ended;
	};
	const save = async (key: string, text: string, ref?: string) => await run({ save: key, text }, ref);
	const restore = async (keys: string, ref?: string) => (await run({ restore: keys }, ref)).outputs;
	/** What GitHub would show as warnings and errors of the run. */
	const annotations = (ended: ActionRun) => ended.stdout.match(/^::(?:warning|error).*$/gm) ?? [];

	it('gives back on another machine what was saved', async () => {
		expect((await save('a-1', 'one')).outputs).toEqual({ saved: 'true' });
		expect(await restore('a-1')).toEqual({ hit: 'a-1', text: 'one' });
		expect(cache.entries()).toMatchObject([
			{ key: 'a-1', ref: 'refs/heads/main', createdAt: new Date('2026-11-22T12:00:00Z') },
		]);
		expect(cache.readEntry('a-1')).toHaveLength(cache.entries()[0]?.size ?? -1);
		expect(cache.requests.map(({ method, name }) => `${method} ${name}`)).toEqual([
			'POST CreateCacheEntry',
			'PUT blob',
			'POST FinalizeCacheEntryUpload',
			'POST GetCacheEntryDownloadURL',
			'GET blob',
		]);
	});

	it('prefers the exact key, then the newest of each prefix in order', async () => {
		for (const key of ['a-1', 'a-2', 'a', 'b-1']) await save(key, key);
		expect(await restore('a')).toMatchObject({ hit: 'a' });
		expect(await restore('z a-')).toMatchObject({ hit: 'a-2', text: 'a-2' });
		expect(await restore('z b- a-')).toMatchObject({ hit: 'b-1' });
	});

	it('finds nothing that was saved under another path', async () => {
		await save('a-1', 'one');
		expect((await run({ restore: 'a-1', path: 'other.txt' })).outputs).toEqual({ hit: '', text: '' });
	});

	it("reads the default branch's entries after its own, and those of no other branch", async () => {
		await save('a-1', 'main');
		await save('a-0', 'topic', 'refs/heads/topic');
		expect(await restore('z a-', 'refs/heads/topic')).toMatchObject({ text: 'topic' });
		expect(await restore('a-1', 'refs/heads/topic')).toMatchObject({ text: 'main' });
		expect(await restore('a-0')).toMatchObject({ hit: '' });
		expect(await restore('a-0', 'refs/heads/other')).toMatchObject({ hit: '' });
	});

	it('keeps an entry as it is when its key is saved again, unless on another branch', async () => {
		await save('a-1', 'one');
		const again = await save('a-1', 'two');
		expect(again.outputs).toEqual({ saved: 'false' });
		expect(again.stdout).toContain('Failed to save: Unable to reserve cache with key a-1');
		expect((await save('a-1', 'three', 'refs/heads/topic')).outputs).toEqual({ saved: 'true' });
		expect(await restore('a-1')).toMatchObject({ text: 'one' });
	});

	it('calls back at every boundary of every request, and works no further where the hook throws', async () => {
		const reached: string[] = [];
		const stop = cache.when(({ name }, boundary) => {
			reached.push(`${name} ${boundary}`);
			if (name === 'blob') throw new Error('cut');
		});
		const cut = await save('a-1', 'one');
		expect(cut.outputs).toEqual({ saved: 'false' });
		expect(reached.slice(0, 4)).toEqual([
			'CreateCacheEntry received',
			'CreateCacheEntry worked',
			'CreateCacheEntry answered',
			'blob received',
		]);
		expect(reached).not.toContain('blob worked');
		stop();
		const count = reached.length;
		await save('a-2', 'two');
		expect(reached).toHaveLength(count);
	});

	it('forgets what is evicted', async () => {
		await save('a-1', 'one');
		await save('b-1', 'one');
		cache.evict('a-');
		expect(await restore('a-')).toEqual({ hit: '', text: '' });
		expect(cache.entries().map(({ key }) => key)).toEqual(['b-1']);
	});

	it('hands out archives that nobody can read', async () => {
		await save('a-1', 'one');
		cache.corrupt('a-');
		const ended = await run({ restore: 'a-1' });
		expect(ended.outputs).toEqual({ hit: '', text: '' });
		expect(annotations(ended)).toEqual([expect.stringMatching(/^::warning::Failed to restore: .*tar/)]);
	});

	it.each([
		['down', 'Unable to make request: ECONNRESET'],
		['error500', 'Failed to make request after 5 attempts: Failed request: (500) Internal Server Error'],
		['refuse-download', 'tar" failed with error'],
	] as const)('restores nothing while it is in the mode %s, and all afterwards', async (mode, message) => {
		await save('a-1', 'one');
		cache.setMode(mode);
		const ended = await run({ restore: 'a-1' });
		expect(ended.outputs).toEqual({ hit: '', text: '' });
		expect(annotations(ended)).toEqual([expect.stringContaining(message)]);
		cache.setMode('ok');
		expect(await restore('a-1')).toMatchObject({ text: 'one' });
	});

	it.each([
		['limited', 'Rate limited'],
		['cut', 'Failed to restore: '],
	] as const)('restores nothing while it is in the mode %s', async (mode, message) => {
		await save('a-1', 'one');
		cache.setMode(mode, 'restore');
		const ended = await run({ restore: 'a-1' });
		expect(ended.outputs).toEqual({ hit: '', text: '' });
		expect(annotations(ended)).toEqual([expect.stringContaining(message)]);
	});

	it.each(['limited', 'cut', 'reserved', 'unfinished'] as const)(
		'saves nothing in the mode %s, and hands out what it has',
		async (mode) => {
			await save('a-1', 'one');
			cache.setMode(mode, 'save');
			expect((await save('b-1', 'two')).outputs).toEqual({ saved: 'false' });
			expect(await restore('a-1')).toEqual({ hit: 'a-1', text: 'one' });
			expect(cache.entries()).toHaveLength(1);
		},
	);

	it('takes its time in the mode slow, and may lose the answer to what it did', async () => {
		cache.setMode('slow');
		expect((await save('a-1', 'one')).outputs).toEqual({ saved: 'true' });
		cache.setMode('lost-answer');
		expect((await save('b-1', 'two')).outputs).toEqual({ saved: 'false' });
		expect(cache.entries().map(({ key }) => key)).toEqual(['a-1', 'b-1']);
	});

	it('can be given other archives to hand out', async () => {
		await save('a-1', 'one');
		const archive = cache.readEntry('a-1')!;
		await save('a-1', 'two', 'refs/heads/topic');
		cache.replace(() => archive);
		expect(await restore('a-1', 'refs/heads/topic')).toMatchObject({ text: 'one' });
	});

	it.each(['down', 'error500', 'read-only'] as const)('saves nothing in the mode %s', async (mode) => {
		cache.setMode(mode);
		const ended = await save('a-1', 'one');
		expect(ended.outputs).toEqual({ saved: 'false' });
		expect(annotations(ended)).toHaveLength(mode === 'read-only' ? 1 : 0);
		expect(cache.entries()).toEqual([]);
	});
});
