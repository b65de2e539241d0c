import { setTimeout as pause } from 'node:timers/promises';
import type { Profile } from '../sandbox/profile.mts';
import { startSandbox, type Sandbox } from '../sandbox/sandbox.mts';
import { eventually } from '../snac/eventually.mts';
import { accountCredential, calledBoosting } from './boosting-workflows.mts';
import { executions, type Execution } from './executions.mts';
import type { N8nServer } from './n8n-server.mts';
import { publishWorkflow } from './publish-workflow.mts';

const HASHTAG = 'introduction';
const UNDER_WAY: ReadonlyArray<Execution['status']> = ['new', 'running', 'waiting'];

/** An active workflow that boosts new posts whenever it is called, on a server of its own. */
export class CalledBoosting {
	/** `uri` of every post, in order. */
	readonly written: string[] = [];
	readonly sandbox: Sandbox;
	readonly #n8n: N8nServer;
	readonly #path: string;
	readonly #workflow: string;
	#calls = 0;

	private constructor(n8n: N8nServer, sandbox: Sandbox, path: string, workflow: string) {
		this.#n8n = n8n;
		this.sandbox = sandbox;
		this.#path = path;
		this.#workflow = workflow;
	}

	/** Ends when one execution has boosted a first post. `path`: what no other one has. */
	static async open(n8n: N8nServer, path: string, profile: Profile): Promise<CalledBoosting> {
		const sandbox = await startSandbox({ profile });
		const token = sandbox.addToken({ account: sandbox.addAccount({ username: 'booster' }) });
		const credential = accountCredential(sandbox.url, token);
		const workflow = await publishWorkflow(n8n.client, credential, calledBoosting(path, HASHTAG));
		const boosting = new CalledBoosting(n8n, sandbox, path, workflow);
		boosting.write(1);
		// n8n answers the activation before it takes calls.
		await eventually('n8n takes calls', () => boosting.call(1).catch(() => undefined));
		await boosting.ended();
		return boosting;
	}

	get boosted(): readonly string[] {
		return this.sandbox.boosts().map(({ uri }) => uri);
	}

	/** Each by an author of its own, because an author's posts have a limit. */
	write(count: number): readonly string[] {
		const uris = Array.from({ length: count }, (_, index) => {
			const username = `author${this.written.length + index}`;
			const account = this.sandbox.addAccount({ username, host: 'elsewhere.example' });
			return this.sandbox.addPost({ account, text: `Hello #${HASHTAG}`, hashtags: [HASHTAG] }).uri;
		});
		this.written.push(...uris);
		return uris;
	}

	/** Starts as many executions, and doesn't wait for their end. */
	async call(count: number): Promise<true> {
		await Promise.all(
			Array.from({ length: count }, async () => {
				const response = await fetch(`${this.#n8n.url}/webhook/${this.#path}`, { method: 'POST' });
				await response.body?.cancel();
				if (!response.ok) throw new Error(`n8n answered a call with ${response.status}`);
				this.#calls++;
			}),
		);
		return true;
	}

	/** Waits until no execution is under way, and answers how they ended. */
	async ended(): Promise<ReadonlyArray<Execution['status']>> {
		return await eventually('all executions have ended', async () => {
			// Reading executions is work for n8n.
			await pause(1_000);
			const all = (await executions(this.#n8n.client, this.#workflow)).map(({ status }) => status);
			const areEnded = all.length >= this.#calls && !all.some((status) => UNDER_WAY.includes(status));
			return areEnded ? all : undefined;
		});
	}

	/** The texts that n8n keeps with the workflow. */
	async stored(): Promise<readonly string[]> {
		const { staticData } = await this.#n8n.client.get<{ staticData: Record<string, Record<string, string>> }>(
			`/workflows/${this.#workflow}`,
		);
		return Object.values(staticData).flatMap((ofNode) => Object.values(ofNode));
	}
}
