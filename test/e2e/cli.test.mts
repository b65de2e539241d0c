import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { rm } from 'node:fs/promises';
import { startSandbox, type Sandbox } from '../sandbox/sandbox.mts';
import { accountCredential, boostingEach, boostingNew, boostingOne } from './boosting-workflows.mts';
import { closedN8n } from './closed-n8n.mts';
import { N8nCli } from './n8n-cli.mts';

/** Each workflow runs once, started by hand; each scenario goes on where the one before has ended. */
describe("workflows by n8n's command line", () => {
	let sandbox: Sandbox;
	let cli: N8nCli;
	let userFolder = '';
	let token = '';
	const written: string[] = [];

	beforeAll(async () => {
		sandbox = await startSandbox();
		token = sandbox.addToken({ account: sandbox.addAccount({ username: 'booster' }) });
		const account = sandbox.addAccount({ username: 'ada', host: 'elsewhere.example' });
		for (const minutes of [3, 2, 1]) {
			const createdAt = Date.now() - minutes * 60_000;
			const text = `Hello from ${minutes} minutes ago #introduction`;
			written.push(sandbox.addPost({ account, text, hashtags: ['introduction'], createdAt }).uri);
		}
		const n8n = await closedN8n();
		({ userFolder } = n8n);
		cli = new N8nCli(n8n);
		await cli.importCredentials([accountCredential(sandbox.url, token)]);
		await cli.importWorkflows([
			boostingEach('each', 'introduction'),
			boostingNew('new', 'introduction'),
			boostingOne('patient', '404404404', true),
			boostingOne('failing', '404404404', false),
		]);
	});

	afterAll(async () => {
		await sandbox.close();
		await rm(userFolder, { recursive: true, force: true });
	});

	it('reads the posts with a hashtag and boosts each', async () => {
		const { items } = await cli.execute('each');

		expect(items['Read']?.map((item) => item.json['uri'])).toEqual(written.toReversed());
		expect(items['Boost']?.map((item) => item.pairedItem)).toEqual([{ item: 0 }, { item: 1 }, { item: 2 }]);
		expect(boosted()).toEqual(written.toReversed());
	});

	it('shows the token to the server and nowhere else', async () => {
		sandbox.clearRequests();

		const { exitCode, printed } = await cli.execute('each');

		expect(exitCode).toBe(0);
		expect(new Set(sandbox.requests.map((request) => request.account))).toContain('booster');
		expect(printed).not.toContain(token);
	});

	it('boosts what is new, and nothing in a second run', async () => {
		const before = boosted().length;
		const account = sandbox.addAccount({ username: 'grace', host: 'elsewhere.example' });
		const { uri } = sandbox.addPost({ account, text: 'Good morning', hashtags: ['introduction'] });

		const [first, second] = [await cli.execute('new'), await cli.execute('new')];

		expect(boosted().slice(before)).toEqual([uri]);
		expect(first.items['Boost New']?.map((item) => item.json['uri'])).toContain(uri);
		expect(second.items['Boost New'] ?? []).toEqual([]);
	});

	it('goes on after a post that is gone, where told to', async () => {
		const { items, error } = await cli.execute('patient');

		expect(error).toBeUndefined();
		expect(items['Boost']?.map((item) => Object.keys(item.json))).toEqual([['error']]);
	});

	it('fails with one clear sentence otherwise', async () => {
		const { exitCode, printed, error } = await cli.execute('failing');

		expect(exitCode).not.toBe(0);
		expect(error?.message).toMatch(/post/i);
		expect(printed).not.toContain(token);
	});

	function boosted(): string[] {
		return sandbox.boosts().map((boost) => boost.uri);
	}
});
