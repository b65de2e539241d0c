import type { FakeClock } from '../../fakes/fake-clock.mts';
import type { Account } from '../../sandbox/account.mts';
import { makeWorld } from '../../sandbox/make-world.mts';
import type { BoostRecord, Post } from '../../sandbox/post.mts';
import type { Profile } from '../../sandbox/profile.mts';
import type { World } from '../../sandbox/world.mts';
import type { NewPosts } from './step.mts';

/** The server of a history, with everybody who lives on it or is known there. */
export class Server {
	readonly world: World;
	readonly token: string;
	readonly booster: Account;
	/** In order of arrival, those that were deleted included. */
	readonly posts: Post[] = [];
	/** The same by `uri`. */
	readonly byUri = new Map<string, Post>();
	/** Boosts that were made by hand. */
	readonly byHand = new Set<BoostRecord>();
	private readonly authors: Account[] = [];

	constructor(
		profile: Profile,
		private readonly clock: FakeClock,
	) {
		this.world = makeWorld(profile, 'https://here.example', () => clock.now());
		const { store, oauth } = this.world;
		this.booster = store.addAccount({ username: 'booster' });
		const scopes = ['read', 'write'];
		const application = oauth.register({ name: 'Test', website: null, redirectUris: [], scopes });
		this.token = oauth.issue(application, this.booster, scopes).token;
	}

	/** Some live here and most elsewhere; every tenth is a bot. All are followed: small servers show nobody else. */
	author(number: number): Account {
		while (this.authors.length <= number) {
			const index = this.authors.length;
			const account = this.world.store.addAccount({
				username: `author${index}`,
				...(index % 4 === 3 ? {} : { host: `host${index % 3}.example` }),
				bot: index % 10 === 4,
			});
			this.booster.follows.add(account.id);
			this.authors.push(account);
		}
		return this.authors[number]!;
	}

	optOut(number: number): void {
		this.author(number).note = '<p>Please, #nobot</p>';
	}

	/** The oldest one first, as they would arrive. */
	add(step: NewPosts, hashtags: readonly string[]): readonly Post[] {
		const { count, spacing, delay, way, author, spread, trait } = step;
		const now = this.clock.now();
		const named = step.tags.map((tag) => [...hashtags, 'elsewhere'][tag % (hashtags.length + 1)]!);
		const made = Array.from({ length: count }, (_, index) =>
			this.world.store.addPost({
				account: this.author((author + (index % spread)) % 40),
				createdAt: now - delay - (count - 1 - index) * spacing,
				arrivedAt: this.arrivesLast || way === 'inbox' ? now : 'created',
				hashtags: [...(trait === 'all-hashtags' ? hashtags : named), ...(trait === 'spam' ? ['spam'] : [])],
				sensitive: trait === 'sensitive',
				...(trait === 'reply' ? { inReplyTo: '1' } : {}),
			}),
		);
		this.posts.push(...made);
		for (const post of made) this.byUri.set(post.uri, post);
		return made;
	}

	isThere(post: Post): boolean {
		return this.world.store.posts.has(post.id);
	}

	/** For people who look for the cause of a failure. */
	describe({ id, createdAt, hashtags, account }: Post): string {
		return `${id} (${new Date(createdAt).toISOString()}, ${account.acct}, ${hashtags.join(' ')})`;
	}

	boostByHand(post: Post): void {
		this.world.store.addBoost(this.booster, post, 'public');
		this.byHand.add(this.world.store.boosts.at(-1)!);
	}

	/** Leaves so many requests to the booster in every five minutes; undefined: as many as the server does. */
	limit(requests: number | undefined): void {
		const { limiter, profile } = this.world;
		const [usual = { bucket: 'token' as const, limit: Infinity, windowMs: 300_000 }] =
			profile.rateLimits.buckets;
		limiter.set(requests === undefined ? usual : { ...usual, limit: requests });
	}

	/** snac and others list posts as they came, whatever their age. */
	private get arrivesLast(): boolean {
		return this.world.profile.cursors.compare === 'position';
	}
}
