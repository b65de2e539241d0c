import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { echoToken } from './echo-token.mts';
import { HostileScene } from './hostile-scene.mts';
import type { Stranger } from './stranger.mts';
import { startStranger } from './stranger.mts';

/** A module that does something in the midst of a run. */
function atFirstConnection(deed: string): string {
	return `import net from 'net';
		const connect = net.Socket.prototype.connect;
		net.Socket.prototype.connect = function (...all) {
			setImmediate(() => { ${deed} });
			return connect.apply(this, all);
		};`;
}

/** What goes wrong inside of the program, as a module that is loaded before it. */
const CRASHES: ReadonlyArray<[string, string]> = [
	[
		'a full disk while the report is written',
		`import fs from 'fs';
		 import { syncBuiltinESMExports } from 'module';
		 let writes = 0;
		 const write = fs.writeSync;
		 fs.writeSync = (...all) => {
			if (++writes > 1) throw Object.assign(new Error('ENOSPC'), { code: 'ENOSPC' });
			return write(...all);
		 };
		 syncBuiltinESMExports();`,
	],
	['an error that nobody catches', atFirstConnection(`throw new Error('boom');`)],
	['a promise that nobody looks after', atFirstConnection(`Promise.reject(new Error('boom'));`)],
	[
		'a request that cannot be written',
		`import net from 'net';
		 const write = net.Socket.prototype._writeGeneric;
		 net.Socket.prototype._writeGeneric = function (...all) {
			if (this === process.stdout || this === process.stderr) return write.apply(this, all);
			throw new TypeError('boom');
		 };`,
	],
	[
		'an object that cannot be read as JSON',
		`const parse = JSON.parse;
		 JSON.parse = (text) => { if (String(text).includes('"acct"')) throw new RangeError('boom ' + text); return parse(text); };`,
	],
];

describe('A token', () => {
	let hostile: HostileScene;
	let folder: string;
	beforeEach(async () => {
		hostile = await HostileScene.open();
		hostile.scene.posts(2);
		folder = mkdtempSync(join(tmpdir(), 'crash-'));
	});
	afterEach(async () => {
		await hostile.close();
		rmSync(folder, { recursive: true });
	});

	it.each([
		['percent signs', 'a%41b%%0Ac%25-0123456789'],
		['quotation marks and backslashes', '"quoted"\\u0041\\"-0123456789'],
		['signs of regular expressions', '.*+?^${}()|[]/-$&-0123456789'],
		['a workflow command', '::error::0123456789::set-output'],
		['two lines', 'first-line-0123456789\nsecond-line-0123456789'],
		['few signs', 'Zq9%x'],
	])('with %s is masked first and stands nowhere', async (_what, token) => {
		hostile.server.rewrite = echoToken(token, hostile.stranger.url, 0);
		const { run, found } = await hostile.run({ inputs: { 'access-token': token } });
		expect(run.exitCode).toBe(1);
		const escaped = token.replaceAll('%', '%25').replaceAll('\n', '%0A');
		expect(run.stdout.split('\n')[0]).toBe(`::add-mask::${escaped}`);
		expect(found).toEqual([]);
	});

	it('that was entered as a part of the address stands nowhere', async () => {
		const instance = `https://${hostile.scene.token}@a.example`;
		const { run, found } = await hostile.run({ inputs: { instance } });
		expect(run.stdout).toContain('"https://***@a.example" is no address');
		expect(found).toEqual([]);
	});

	it.each(CRASHES)('stands nowhere after %s', async (_what, module) => {
		const file = join(folder, 'crash.mjs');
		writeFileSync(file, module);
		const { run, found } = await hostile.run({ env: { NODE_OPTIONS: `--import=file://${file}` } });
		expect(run.exitCode).not.toBe(0);
		expect(run.stdout.split('\n')[0]).toBe(`::add-mask::${hostile.scene.token}`);
		expect(run.stdout + run.stderr).toMatch(/boom|ENOSPC|the connection failed/);
		expect(found).toEqual([]);
	});
});

describe('A proxy', () => {
	let hostile: HostileScene;
	let proxy: Stranger;
	beforeEach(async () => {
		hostile = await HostileScene.open();
		proxy = await startStranger();
	});
	afterEach(async () => {
		await proxy.close();
		await hostile.close();
	});
	const proxied = () => {
		const { url } = proxy;
		return { http_proxy: url, HTTP_PROXY: url, https_proxy: url, HTTPS_PROXY: url };
	};

	it('is not asked for this machine itself, where it could read the token', async () => {
		hostile.scene.post(5);
		const { run, found } = await hostile.run({ env: { ...proxied(), no_proxy: '' } });
		expect(run.outputs['boosted-count']).toBe('1');
		const toServer = proxy.heard.filter((request) => request.includes(hostile.server.host));
		expect(toServer).toEqual([]);
		expect(found).toEqual([]);
	});

	it('learns the host of another server, and no token', async () => {
		const env = { ...proxied(), no_proxy: '127.0.0.1' };
		const { run } = await hostile.run({ env, inputs: { instance: 'mastodon.example' } });
		expect(run.exitCode).toBe(1);
		expect(proxy.heard).toEqual([expect.stringMatching(/^CONNECT mastodon\.example:443 /)]);
		expect(proxy.heard.join('\n')).not.toMatch(/authorization/i);
	});
});
