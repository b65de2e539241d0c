import type { IDataObject } from 'n8n-workflow';
import { MINUTE, NodeScene } from '../../fakes-n8n/node-scene.mts';
import type { Account } from '../../sandbox/account.mts';
import type { Post } from '../../sandbox/post.mts';
import type { Profile } from '../../sandbox/profile.mts';
import { interleave, type Player } from './interleaving.mts';
import { seededRandom } from '../seeded-random.mts';

const MOST_REQUESTS = 40;

/** A workflow with Boost New Posts, whose executions overlap as `seed` decides. */
export class OverlapScene {
	readonly posts: Post[] = [];
	readonly #scene: NodeScene;
	readonly #random: () => number;
	readonly #options: IDataObject;
	/** What n8n has stored: each execution begins with a copy, and the last one to end is what stays. */
	#stored: IDataObject = {};

	private constructor(scene: NodeScene, seed: number, options: IDataObject) {
		this.#scene = scene;
		this.#random = seededRandom(seed);
		this.#options = options;
	}

	static async open(profile: Profile, seed: number, options: IDataObject = {}): Promise<OverlapScene> {
		const scene = new OverlapScene(await NodeScene.open(profile), seed, options);
		for (const { bucket, windowMs } of profile.rateLimits.buckets) {
			scene.#scene.sandbox.setRateLimit({ bucket, limit: Infinity, windowMs });
		}
		return scene;
	}

	close(): Promise<void> {
		return this.#scene.close();
	}

	/** `uri` of each boost there is. */
	get boosted(): readonly string[] {
		return this.#scene.sandbox.boosts().map(({ uri }) => uri);
	}

	/** Boosts beyond the first of a post. */
	get doubles(): number {
		return this.boosted.length - new Set(this.boosted).size;
	}

	/** What is stored under other names than that of the state. */
	get setAside(): readonly string[] {
		return Object.keys(this.#stored).filter((key) => key.endsWith('(unusable)'));
	}

	/** Requests for a boost before which the same execution did not ask for the post, directly. */
	get blindBoosts(): readonly string[] {
		const last = new Map<string, string>();
		return this.#scene.sandbox.requests.flatMap(({ method, path, headers }) => {
			const execution = headers.authorization ?? '';
			const before = last.get(execution);
			last.set(execution, `${method} ${path}`);
			if (method !== 'POST') return [];
			return before === `GET ${path.replace(/\/reblog$/, '')}` ? [] : [path];
		});
	}

	chance(one: number): boolean {
		return this.#random() < 1 / one;
	}

	write(account: Account = this.#scene.author()): Post {
		this.#scene.sandbox.relate(this.#scene.me, 'follows', account);
		const createdAt = Date.now() - 30 * MINUTE + this.posts.length * MINUTE;
		const post = this.#scene.post({ account, createdAt });
		this.posts.push(post);
		return post;
	}

	/** One execution by itself; answers its summary. */
	async run(): Promise<IDataObject> {
		const staticData = structuredClone(this.#stored);
		const [summary] = await this.#scene.run(this.#parameters, { staticData });
		this.#stored = staticData;
		return summary!;
	}

	/** Executions at the same time; posts are written meanwhile. `killed`: one of them does not live to its end. */
	async overlap(count: number, killed: boolean): Promise<void> {
		const victim = killed ? Math.floor(this.#random() * count) : -1;
		const players = Array.from({ length: count }, (_, index) => this.#player(index === victim));
		const meanwhile = (): void => {
			if (this.chance(15)) this.write();
		};
		await interleave(this.#scene.sandbox, players, this.#random, meanwhile);
	}

	#player(dies: boolean): Player {
		const { sandbox, me } = this.#scene;
		const token = sandbox.addToken({ account: me });
		const credentials = { mastodonAccountApi: { instance: sandbox.url, accessToken: token } };
		const staticData = structuredClone(this.#stored);
		const start = async (cancelSignal: AbortSignal): Promise<void> => {
			await this.#scene.run(this.#parameters, { credentials, staticData, cancelSignal });
			this.#stored = staticData;
		};
		if (!dies) return { token, start };
		const at = 1 + Math.floor(this.#random() * MOST_REQUESTS);
		return { token, start, dies: { at, boundary: this.chance(2) ? 'received' : 'worked' } };
	}

	get #parameters(): IDataObject {
		const choice = { resource: 'hashtag', operation: 'boostNewPosts', hashtags: 'cats', output: 'summary' };
		return { ...choice, options: this.#options };
	}
}
