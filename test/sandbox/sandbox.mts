import type { IncomingHttpHeaders, IncomingMessage, ServerResponse } from 'node:http';
import type { Account, NewAccount } from './account.mts';
import { application } from './application.mts';
import { controlReply } from './control.mts';
import { exchange } from './exchange.mts';
import { Faults } from './faults.mts';
import { listen } from './http-server.mts';
import type { HttpServer } from './http-server.mts';
import { Line } from './line.mts';
import { makeWorld } from './make-world.mts';
import type { Params } from './params.mts';
import type { BoostRecord, NewPost, Post, PostChanges } from './post.mts';
import type { Profile, Visibility } from './profile.mts';
import { mastodon } from './profiles.mts';
import type { RateBucket } from './rate-limiter.mts';
import type { Reply } from './reply.mts';
import { readRequest } from './sandbox-request.mts';
import type { SandboxRequest } from './sandbox-request.mts';
import type { World } from './world.mts';

export interface SandboxOptions {
	/** Default: `mastodon`. */
	readonly profile?: Profile;
	/** The server's clock, in ms. Default: the machine's. */
	readonly now?: () => number;
	/** Default: a free one. */
	readonly port?: number;
}

/** A request that reached the server, in order of arrival. */
export interface RecordedRequest {
	readonly method: string;
	readonly path: string;
	readonly query: URLSearchParams;
	readonly headers: IncomingHttpHeaders;
	readonly body: Params;
	/** ms, by the server's clock */
	readonly at: number;
	/** Name of the account behind the token, null for none. */
	readonly account: string | null;
	/** Null while there is no answer. */
	status: number | null;
}

/** The address is known once the server listens; its state is made from it. */
export async function startSandbox(options: SandboxOptions = {}): Promise<Sandbox> {
	const { profile = mastodon, now = Date.now, port = 0 } = options;
	const running: { sandbox?: Sandbox } = {};
	const server = await listen(port, async (incoming, response) => running.sandbox?.serve(incoming, response));
	const world = makeWorld(profile, `http://${server.host}`, now);
	return (running.sandbox = new Sandbox(world, server));
}

/** A running server, and the hands of whoever tests against it. */
export class Sandbox {
	readonly url: string;
	readonly host: string;
	readonly profile: Profile;
	readonly faults = new Faults<RecordedRequest>();
	readonly requests: RecordedRequest[] = [];
	readonly #world: World;
	readonly #server: HttpServer;
	readonly #answer: (request: SandboxRequest) => Reply;
	readonly #closing = new AbortController();

	constructor(world: World, server: HttpServer) {
		this.url = world.url;
		this.host = world.host;
		this.profile = world.profile;
		this.#world = world;
		this.#server = server;
		this.#answer = application(world);
	}

	addAccount(account: NewAccount): Account {
		return this.#world.store.addAccount(account);
	}

	/** `app`: a token without a user. Default scopes: `read write follow`. */
	addToken(given: { account?: Account | string; scopes?: readonly string[]; app?: boolean }): string {
		const { oauth, store } = this.#world;
		const { scopes = ['read', 'write', 'follow'], app = false } = given;
		if (!app && given.account === undefined) throw new Error('addToken needs an account, or app: true');
		const name = 'Sandbox';
		const application = oauth.register({
			name,
			website: null,
			redirectUris: ['urn:ietf:wg:oauth:2.0:oob'],
			scopes,
		});
		return oauth.issue(application, app ? null : store.account(given.account ?? ''), scopes).token;
	}

	revokeToken(token: string): void {
		this.#world.oauth.revoked.add(token);
	}

	addPost(post: NewPost): Post {
		return this.#world.store.addPost(post);
	}

	/** Marks the post as edited now, unless the changes say when. */
	editPost(id: string, changes: PostChanges): Post {
		return this.#world.store.editPost(id, changes);
	}

	deletePost(id: string): void {
		this.#world.store.deletePost(id);
	}

	/** A boost from before the test began; it is listed among `boosts()` like any other. */
	addBoost(given: { account: Account | string; post: Post; visibility?: Visibility; at?: number }): Post {
		const { account, post, visibility = 'public', at } = given;
		return this.#world.store.addBoost(this.#world.store.account(account), post, visibility, at);
	}

	/** Every boost ever made, in order, those taken back included. */
	boosts(): readonly BoostRecord[] {
		return this.#world.store.boosts;
	}

	/** `relate(reader, 'mutes', author)` */
	relate(from: Account | string, relation: 'follows' | 'mutes' | 'blocks', to: Account | string): void {
		const { store } = this.#world;
		store.account(from)[relation].add(store.account(to).id);
	}

	/** Replaces a limit of the profile or adds one; a limit of Infinity switches it off. */
	setRateLimit(limit: RateBucket): void {
		this.#world.limiter.set(limit);
	}

	/** As if the windows of all limits had passed. */
	passRateLimits(): void {
		this.#world.limiter.clear();
	}

	clearRequests(): void {
		this.requests.length = 0;
	}

	/** Cuts every connection, also those that a fault keeps waiting. */
	async close(): Promise<void> {
		this.#closing.abort();
		await this.#server.close();
	}

	/** From now on connections are refused, those that stand are cut. */
	async goDown(): Promise<void> {
		await this.#server.close();
	}

	/** After `goDown`, at the same address. */
	async comeBack(): Promise<void> {
		await this.#server.reopen();
	}

	async serve(incoming: IncomingMessage, response: ServerResponse): Promise<void> {
		const request = await readRequest(incoming);
		const clock = this.profile.sendsDate ? this.#world.now : null;
		const line = new Line(response, clock, this.#closing.signal);
		if (request.path.startsWith('/_sandbox/')) return line.send(controlReply(this, request));

		const record = this.#record(request);
		await this.faults.reach('received', record);
		const work = async () => {
			const reply = this.#answer(request);
			await this.faults.reach('worked', record);
			return reply;
		};
		record.status = await exchange(this.faults.pick(record), work, line);
		await this.faults.reach('answered', record);
	}

	#record(request: SandboxRequest): RecordedRequest {
		const { method, path, query, headers, body, bearer } = request;
		const account = this.#world.oauth.tokens.get(bearer ?? '')?.account?.acct ?? null;
		const record = { method, path, query, headers, body, at: this.#world.now(), account, status: null };
		this.requests.push(record);
		return record;
	}
}
