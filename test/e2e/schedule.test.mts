import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { setTimeout as pause } from 'node:timers/promises';
import { gotosocial } from '../sandbox/profiles.mts';
import { startSandbox, type Sandbox } from '../sandbox/sandbox.mts';
import { eventually } from '../snac/eventually.mts';
import { accountCredential, scheduledBoosting } from './boosting-workflows.mts';
import { executions } from './executions.mts';
import { startN8n, type N8nServer } from './n8n-server.mts';
import { publishWorkflow } from './publish-workflow.mts';

const HASHTAG = 'introduction';
const SECONDS = 4;

/** The Action's engine in an active workflow; each scenario goes on where the one before has ended. */
describe('an active workflow of Schedule Trigger and Boost New Posts', () => {
	let sandbox: Sandbox;
	let n8n: N8nServer;
	let workflow = '';
	const written: string[] = [];

	beforeAll(async () => {
		// Mastodon makes one boost of two requests; this one makes two.
		sandbox = await startSandbox({ profile: gotosocial });
		n8n = await startN8n();
		const token = sandbox.addToken({ account: sandbox.addAccount({ username: 'booster' }) });
		write(2);
		const json = scheduledBoosting('boosting', HASHTAG, SECONDS);
		workflow = await publishWorkflow(n8n.client, accountCredential(sandbox.url, token), json);
	});

	afterAll(async () => {
		await (n8n as N8nServer | undefined)?.close();
		await sandbox.close();
	});

	it('boosts each post once, the oldest first', async () => {
		await expectEachBoostedOnce();
	});

	it('keeps its state from run to run: it asks only for what is new', async () => {
		write(1);
		await expectEachBoostedOnce();
		sandbox.clearRequests();
		await runs(2);

		const asked = sandbox.requests.filter(({ path }) => path.startsWith('/api/v1/timelines/tag'));
		expect(asked).not.toHaveLength(0);
		expect(sandbox.requests.map(({ path }) => path)).not.toContain('/api/v2/instance');
	});

	it('boosts what was written while n8n was stopped', async () => {
		await n8n.stop();
		write(2);
		await n8n.start();

		await expectEachBoostedOnce();
	});

	it('boosts nothing twice when n8n is killed in the middle of a run', async () => {
		let killed: Promise<void> | undefined;
		write(3);
		sandbox.faults.when((request, boundary) => {
			if (boundary === 'worked' && request.path.endsWith('/reblog')) killed ??= n8n.stop('kill');
		});
		await eventually('n8n is in the middle of a run', async () => (killed === undefined ? undefined : true));
		await killed;
		await n8n.start();

		await expectEachBoostedOnce();
	});

	it('fails in no run but the killed one', async () => {
		const all = await executions(n8n.client, workflow);

		expect(all.filter((run) => run.error !== undefined).map((run) => run.status)).toEqual(['crashed']);
		expect(new Set(all.map((run) => run.mode))).toEqual(new Set(['trigger']));
	});

	/** Each post by another author: an author's posts have a limit of their own. */
	function write(count: number): void {
		for (let index = 0; index < count; index++) {
			const username = `author${written.length}`;
			const account = sandbox.addAccount({ username, host: 'elsewhere.example' });
			const text = `Hello #${HASHTAG}`;
			written.push(sandbox.addPost({ account, text, hashtags: [HASHTAG] }).uri);
		}
	}

	async function runs(count: number): Promise<void> {
		const before = (await executions(n8n.client, workflow)).length;
		await eventually('the workflow has run', async () => {
			// Reading executions is work for n8n.
			await pause(2_000);
			return (await executions(n8n.client, workflow)).length >= before + count ? true : undefined;
		});
	}

	async function expectEachBoostedOnce(): Promise<void> {
		await eventually('all posts are boosted', async () =>
			sandbox.boosts().length >= written.length ? true : undefined,
		);
		// One boost too many would come with the next run.
		await pause((SECONDS + 2) * 1_000);
		expect(sandbox.boosts().map((boost) => boost.uri)).toEqual(written);
	}
});
