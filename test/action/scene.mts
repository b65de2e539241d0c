import type { CacheService } from '../runner/cache-service.mts';
import { startCacheService } from '../runner/cache-service.mts';
import type { RunActionOptions } from '../runner/run-action-options.mts';
import type { ActionRun } from '../runner/run-action.mts';
import { runAction } from '../runner/run-action.mts';
import type { Account } from '../sandbox/account.mts';
import type { Post } from '../sandbox/post.mts';
import type { Profile } from '../sandbox/profile.mts';
import type { Sandbox } from '../sandbox/sandbox.mts';
import { startSandbox } from '../sandbox/sandbox.mts';

export const MINUTE = 60_000;
export const HOUR = 3_600_000;

/** What is asked of a run besides what the scene knows itself. */
export type SceneRun = Omit<RunActionOptions, 'cache'> & { readonly cache?: CacheService | null };

/** A server with a boosting account, a cache service, and a repository that runs the bundled Action. */
export class Scene {
	readonly booster: Account;
	readonly token: string;
	private authors = 0;

	private constructor(
		readonly sandbox: Sandbox,
		readonly cache: CacheService,
		private readonly now: () => number,
	) {
		this.booster = sandbox.addAccount({ username: 'booster' });
		const { oauth, reblog } = sandbox.profile;
		const least = ['read:accounts', 'read:statuses', 'write:statuses', reblog.scope];
		const scopes = oauth.granularScopes ? least : ['read', 'write'];
		this.token = sandbox.addToken({ account: this.booster, scopes });
	}

	/** `now`: the server's clock; the runner has the machine's. */
	static async open(profile?: Profile, now = Date.now): Promise<Scene> {
		const options = { now, ...(profile ? { profile } : {}) };
		return new Scene(await startSandbox(options), await startCacheService(), now);
	}

	async close(): Promise<void> {
		await this.cache.close();
		await this.sandbox.close();
	}

	/** One step of a workflow, for `#cats` unless told otherwise. `cache: null`: a runner without one. */
	run({ inputs = {}, cache = this.cache, ...options }: SceneRun = {}): Promise<ActionRun> {
		const given = { instance: this.sandbox.url, 'access-token': this.token, hashtags: 'cats', ...inputs };
		return runAction({ ...options, inputs: given, ...(cache ? { cache } : {}) });
	}

	/** A remote author whom the booster follows, as snac needs it. */
	author(more: Partial<Parameters<Sandbox['addAccount']>[0]> = {}): Account {
		this.authors++;
		const account = this.sandbox.addAccount({
			username: `author${this.authors}`,
			host: 'far.example',
			...more,
		});
		this.sandbox.relate(this.booster, 'follows', account);
		return account;
	}

	/** A post with `#cats` of an author of its own, some minutes old. */
	post(minutesAgo: number, more: Partial<Parameters<Sandbox['addPost']>[0]> = {}): Post {
		return this.sandbox.addPost({
			account: more.account ?? this.author(),
			text: 'Look! #cats',
			hashtags: ['cats'],
			createdAt: this.now() - minutesAgo * MINUTE,
			...more,
		});
	}

	/** Posts a minute apart, the oldest first. */
	posts(count: number, more: Partial<Parameters<Sandbox['addPost']>[0]> = {}): Post[] {
		return Array.from({ length: count }, (_, index) => this.post(count - index + 1, more));
	}

	/** Ids of the boosted posts, in the order in which they were boosted; a post boosted twice stands twice. */
	boosted(): string[] {
		return this.sandbox.boosts().map(({ statusId }) => statusId);
	}

	/** `GET /api/…` of everything asked since the last `clearRequests`. */
	asked(): string[] {
		return this.sandbox.requests.map(({ method, path }) => `${method} ${path}`);
	}
}

export function idsOf(posts: readonly Post[]): string[] {
	return posts.map(({ id }) => id);
}
