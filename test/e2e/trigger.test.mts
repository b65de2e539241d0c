import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { setTimeout as pause } from 'node:timers/promises';
import type { Account } from '../sandbox/account.mts';
import { startSandbox, type Sandbox } from '../sandbox/sandbox.mts';
import { eventually } from '../snac/eventually.mts';
import { accountCredential, watching } from './boosting-workflows.mts';
import { executions } from './executions.mts';
import { startN8n, type N8nServer } from './n8n-server.mts';
import { publishWorkflow } from './publish-workflow.mts';

const HASHTAG = 'introduction';
/** n8n looks once a minute and at every start; an execution takes a moment more. */
const A_POLL = 75_000;

/** One active workflow, on an n8n that is stopped and killed; each scenario goes on where the last has ended. */
describe('an active workflow with the Mastodon Trigger', () => {
	let sandbox: Sandbox;
	let ada: Account;
	let n8n: N8nServer;
	let workflow = '';
	const written: string[] = [];

	beforeAll(async () => {
		sandbox = await startSandbox();
		ada = sandbox.addAccount({ username: 'ada', host: 'elsewhere.example' });
		n8n = await startN8n();
		const createdAt = Date.now() - 60 * 60_000;
		sandbox.addPost({ account: ada, text: `long before #${HASHTAG}`, hashtags: [HASHTAG], createdAt });
		const token = sandbox.addToken({ account: sandbox.addAccount({ username: 'booster' }) });
		// The first look comes soon after this, and after that one a minute.
		const second = (new Date().getSeconds() + 10) % 60;
		const json = watching('watching', HASHTAG, second);
		workflow = await publishWorkflow(n8n.client, accountCredential(sandbox.url, token), json);
		// n8n answers before the trigger has looked for the first time, and what is new counts from that look on.
		await looked();
	});

	afterAll(async () => {
		await (n8n as N8nServer | undefined)?.close();
		await sandbox.close();
	});

	it('fires on posts since its activation, and not on older ones', async () => {
		write('first', 'second');

		await expectDelivered();
	});

	it('fires on nothing twice', async () => {
		await look();

		await expectDelivered();
	});

	it('fires on two hundred posts that were written while n8n was stopped', async () => {
		await n8n.stop();
		write(...Array.from({ length: 200 }, (_, index) => `while away ${index}`));
		await n8n.start();

		await expectDelivered();
	});

	it('loses and repeats nothing when n8n is killed', async () => {
		write('fifth');
		await expectDelivered();

		await n8n.stop('kill');
		write('sixth');
		await n8n.start();
		await expectDelivered();
		await look();

		await expectDelivered();
	});

	it('loses nothing to a server that fails for a while', async () => {
		sandbox.faults.add({ kind: 'status', status: 503, times: 20, match: { path: '/api/v1/timelines/tag' } });
		await look();
		sandbox.faults.clear();
		write('seventh');

		await expectDelivered();
	});

	function write(...texts: readonly string[]): void {
		for (const text of texts) {
			const post = { account: ada, text: `${text} #${HASHTAG}`, hashtags: [HASHTAG] };
			written.push(sandbox.addPost(post).uri);
		}
	}

	/** Waits for one more look at the hashtag, and for what comes of it. */
	async function look(): Promise<void> {
		sandbox.clearRequests();
		await looked();
	}

	async function looked(): Promise<void> {
		const path = '/api/v1/timelines/tag';
		const asked = async () => sandbox.requests.find((request) => request.path.startsWith(path));
		await eventually('n8n looks at the hashtag', asked, A_POLL);
		await pause(3_000);
	}

	/** Every post once, in the order of writing. */
	async function expectDelivered(): Promise<void> {
		const all = async () => {
			// Reading executions is work for n8n.
			await pause(2_000);
			return (await delivered()).length >= written.length ? true : undefined;
		};
		// What is missing says more than that something is.
		await eventually('all posts have arrived', all, A_POLL).catch(() => undefined);
		expect(await delivered()).toEqual(written);
	}

	async function delivered(): Promise<string[]> {
		const runs = await executions(n8n.client, workflow);
		return runs.flatMap((run) => run.items['Last'] ?? []).map((item) => String(item.json['uri']));
	}
});
