import type { IDataObject, INodeExecutionData, INodeListSearchResult } from 'n8n-workflow';
import { Mastodon } from '../../nodes/Mastodon/Mastodon.node';
import { MastodonTrigger } from '../../nodes/Mastodon/MastodonTrigger.node';
import type { Account } from '../sandbox/account.mts';
import type { Post } from '../sandbox/post.mts';
import type { Profile } from '../sandbox/profile.mts';
import type { Sandbox } from '../sandbox/sandbox.mts';
import { startSandbox } from '../sandbox/sandbox.mts';
import type { ExecuteOptions } from './fake-execute-functions.mts';
import { fakeExecuteFunctions } from './fake-execute-functions.mts';
import { fakeLoadOptionsFunctions } from './fake-load-options-functions.mts';
import { fakePollFunctions } from './fake-poll-functions.mts';
import type { CredentialData } from './request-helper.mts';

export const MINUTE = 60_000;
export const DAY = 86_400_000;

type RunOptions = Partial<Omit<ExecuteOptions, 'description' | 'items'>>;

/** A server with an account, and nodes that are connected to it by an access token. */
export class NodeScene {
	readonly me: Account;
	readonly token: string;
	readonly credentials: Record<string, CredentialData>;
	private authors = 0;

	private constructor(readonly sandbox: Sandbox) {
		this.me = sandbox.addAccount({ username: 'me' });
		this.token = sandbox.addToken({ account: this.me });
		this.credentials = { mastodonAccountApi: { instance: sandbox.url, accessToken: this.token } };
	}

	static async open(profile?: Profile): Promise<NodeScene> {
		return new NodeScene(await startSandbox(profile ? { profile } : {}));
	}

	close(): Promise<void> {
		return this.sandbox.close();
	}

	/** Items that the node answers; each entry holds the parameters of one input item. */
	async items(
		parameters: IDataObject | IDataObject[],
		options: RunOptions = {},
	): Promise<INodeExecutionData[]> {
		const node = new Mastodon();
		const functions = fakeExecuteFunctions({
			description: node.description,
			credentials: this.credentials,
			...options,
			items: Array.isArray(parameters) ? parameters : [parameters],
		});
		return (await node.execute.call(functions))[0] ?? [];
	}

	/** As `items`, the JSON alone. */
	async run(parameters: IDataObject | IDataObject[], options: RunOptions = {}): Promise<IDataObject[]> {
		return (await this.items(parameters, options)).map(({ json }) => json);
	}

	/** One poll of the trigger: the JSON of its items, or null. */
	async poll(
		parameters: IDataObject,
		staticData: IDataObject,
		mode: 'manual' | 'trigger' = 'trigger',
	): Promise<IDataObject[] | null> {
		const node = new MastodonTrigger();
		const { description } = node;
		const { credentials } = this;
		const functions = fakePollFunctions({ description, credentials, parameters, staticData, mode });
		const found = await node.poll.call(functions);
		return found && found[0]!.map(({ json }) => json);
	}

	/** What a list of the form shows for a filter. */
	async list(
		method: keyof Mastodon['methods']['listSearch'],
		filter?: string,
		page?: string,
	): Promise<INodeListSearchResult> {
		const { description, methods } = new Mastodon();
		const functions = fakeLoadOptionsFunctions({ description, credentials: this.credentials });
		return methods.listSearch[method].call(functions, filter, page);
	}

	/** A remote author, followed where the server shows or boosts nobody else. */
	author(more: Partial<Parameters<Sandbox['addAccount']>[0]> = {}): Account {
		this.authors++;
		const { sandbox, me } = this;
		const author = sandbox.addAccount({ username: `author${this.authors}`, host: 'far.example', ...more });
		const { timeline, reblog } = sandbox.profile;
		if (timeline.reach === 'home' || reblog.onlyFromHome) sandbox.relate(me, 'follows', author);
		return author;
	}

	/** A post with `#cats` of an author of its own, a minute old. */
	post(more: Partial<Parameters<Sandbox['addPost']>[0]> = {}): Post {
		return this.sandbox.addPost({
			account: more.account ?? this.author(),
			text: 'Look! #cats',
			hashtags: ['cats'],
			createdAt: Date.now() - MINUTE,
			...more,
		});
	}
}
