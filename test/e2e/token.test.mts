import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { startSandbox, type Sandbox } from '../sandbox/sandbox.mts';
import { eventually } from '../snac/eventually.mts';
import { accountCredential, boostingNew, calledNodes } from './boosting-workflows.mts';
import { executions } from './executions.mts';
import { filesHolding } from './files-holding.mts';
import { N8nCli } from './n8n-cli.mts';
import { startN8n, type N8nServer } from './n8n-server.mts';
import { publishWorkflow } from './publish-workflow.mts';

const MARK = 'a-word-that-is-nowhere-else';

/** A server that repeats the token wherever it can; each scenario goes on where the one before has ended. */
describe('the access token in n8n', () => {
	let sandbox: Sandbox;
	let n8n: N8nServer;
	let token = '';
	let workflow = '';
	const ids: string[] = [];

	beforeAll(async () => {
		sandbox = await startSandbox();
		token = sandbox.addToken({ account: sandbox.addAccount({ username: 'booster' }) });
		for (const name of ['ada', 'grace', 'aminata', 'olga', 'emmy']) {
			const account = sandbox.addAccount({
				username: name,
				displayName: `${name} ${token}`,
				host: 'far.example',
			});
			const text = `${MARK} Bearer ${token} #introduction`;
			ids.push(sandbox.addPost({ account, text, hashtags: ['introduction'] }).id);
		}
		n8n = await startN8n({ env: { N8N_LOG_LEVEL: 'debug' } });
	});

	afterAll(async () => {
		await (n8n as N8nServer | undefined)?.close();
		await sandbox.close();
	});

	it('is kept out of what operations answer and of what they fail with', async () => {
		const [fine, forbidden, unprocessable, redirected, broken] = ids as [
			string,
			string,
			string,
			string,
			string,
		];
		const body = { error: `no ${token}`, error_description: `not with Bearer ${token}` };
		repeat({ kind: 'status', status: 403, body }, `${forbidden}/reblog`);
		repeat(
			{ kind: 'status', status: 422, body: `Authorization: Bearer ${token}` },
			`${unprocessable}/favourite`,
		);
		repeat({ kind: 'redirect', location: `https://far.example/?token=${token}` }, `${redirected}/bookmark`);
		repeat({ kind: 'wrong-shape', json: { id: token, [token]: token } }, `${broken}/unfavourite`);
		const json = calledNodes('telling', [
			[
				'Read',
				{
					resource: 'hashtag',
					operation: 'getManyPosts',
					hashtag: by('name', 'introduction'),
					simplify: false,
				},
			],
			['Get', { resource: 'post', operation: 'get', post: by('id', fine) }],
			['Forbidden', { resource: 'post', operation: 'boost', post: by('id', forbidden) }],
			['Unprocessable', { resource: 'post', operation: 'favourite', post: by('id', unprocessable) }],
			['Redirected', { resource: 'post', operation: 'bookmark', post: by('id', redirected) }],
			['Broken', { resource: 'post', operation: 'undoFavourite', post: by('id', broken) }],
			[
				'Boost New',
				{ resource: 'hashtag', operation: 'boostNewPosts', hashtags: 'introduction', output: 'decisions' },
			],
		]);
		workflow = await publishWorkflow(n8n.client, accountCredential(sandbox.url, token), json);
		await called('telling');

		const [run] = await ended(1);
		const told = JSON.stringify(run);
		expect(Object.keys(run!.items)).toEqual(expect.arrayContaining(['Read', 'Broken', 'Boost New']));
		expect(run!.items['Forbidden']?.[0]?.json['error']).toContain('***');
		expect(told).toContain(MARK);
		expect(told).not.toContain(token);
	});

	it('is kept out of the message of a credential that is tested', async () => {
		const path = '/api/v1/accounts/verify_credentials';
		for (const status of [401, 403, 500]) {
			sandbox.faults.add({
				kind: 'status',
				status,
				body: { error: `no ${token}` },
				match: { path },
				times: 4,
			});
			const { name, type, data } = accountCredential(sandbox.url, token);
			const answer = await n8n.client.post('/credentials/test', {
				credentials: { id: '', name, type, data },
			});
			sandbox.faults.clear();
			expect(answer).toMatchObject({ status: 'Error' });
			expect(JSON.stringify(answer)).not.toContain(token);
		}
	});

	it('is in no export, no log and no file of n8n', async () => {
		const cli = new N8nCli(n8n);
		await cli.importWorkflows([boostingNew('another', 'introduction')]);
		await n8n.stop();
		const exported = await cli.run(['export:workflow', '--all']);
		const credentials = await cli.run(['export:credentials', '--all']);

		expect(exported.printed).toContain('staticData');
		expect(exported.printed + credentials.printed + n8n.log).not.toContain(token);
		expect(n8n.log).toContain('Boosted http');
		// The database holds what was read, so the token would be found there.
		expect(await filesHolding(n8n.userFolder, MARK)).not.toEqual([]);
		expect(await filesHolding(n8n.userFolder, token)).toEqual([]);
	});

	function repeat(fault: Parameters<Sandbox['faults']['add']>[0], path: string): void {
		sandbox.faults.add({ ...fault, match: { path: `/api/v1/statuses/${path}` }, times: 20 });
	}

	function by(mode: string, value: string): object {
		return { __rl: true, mode, value };
	}

	async function called(path: string): Promise<void> {
		await eventually('n8n takes calls', async () =>
			(await fetch(`${n8n.url}/webhook/${path}`, { method: 'POST' })).ok ? true : undefined,
		);
	}

	async function ended(count: number) {
		return await eventually('the execution has ended', async () => {
			const all = await executions(n8n.client, workflow);
			return all.length >= count && all.every(({ status }) => status === 'success') ? all : undefined;
		});
	}
});
