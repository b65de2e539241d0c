import type { Account, NewAccount } from './account.mts';
import { compareIds } from './compare-ids.mts';
import { IdGenerator } from './id-generator.mts';
import { makeAccount } from './make-account.mts';
import { makePost } from './make-post.mts';
import { normaliseHashtag } from './normalise-hashtag.mts';
import type { BoostRecord, Media, NewPost, Post, PostChanges } from './post.mts';
import type { Profile, Visibility } from './profile.mts';

/** Everything the server knows, in memory. */
export class Store {
	readonly accounts = new Map<string, Account>();
	/** Posts and boosts by id. */
	readonly posts = new Map<string, Post>();
	readonly media = new Map<string, Media>();
	/** Hashtags ever used or followed, by normalised name. */
	readonly hashtags = new Map<string, Set<Post>>();
	readonly boosts: BoostRecord[] = [];
	readonly profile: Profile;
	readonly url: string;
	readonly now: () => number;
	readonly ids: IdGenerator;
	#arrivals = 0;

	constructor(profile: Profile, url: string, now: () => number) {
		this.profile = profile;
		this.url = url;
		this.now = now;
		this.ids = new IdGenerator(profile.ids.kind);
	}

	addAccount(given: NewAccount): Account {
		const account = makeAccount(given, this);
		this.accounts.set(account.id, account);
		return account;
	}

	account(given: Account | string): Account {
		const account = typeof given === 'string' ? this.accounts.get(given) : given;
		if (account === undefined) throw new Error(`The sandbox has no account with the id ${String(given)}`);
		return account;
	}

	addPost(given: NewPost, boostOf?: Post): Post {
		this.#arrivals += 1;
		const post = makePost(given, this, this.#arrivals, boostOf);
		this.posts.set(post.id, post);
		post.account.posts.add(post);
		this.#countReply(post, 1);
		for (const name of post.hashtags) this.hashtag(name).add(post);
		return post;
	}

	editPost(id: string, changes: PostChanges): Post {
		const post = this.posts.get(id);
		if (post === undefined) throw new Error(`The sandbox has no post with the id ${id}`);
		const { hashtags, editedAt = this.now(), ...plain } = changes;
		Object.assign(post, plain, { editedAt });
		if (hashtags !== undefined) {
			for (const name of post.hashtags) this.hashtag(name).delete(post);
			post.hashtags = hashtags.map((name) => this.normalise(name));
			for (const name of post.hashtags) this.hashtag(name).add(post);
		}
		return post;
	}

	/** Takes the post away together with its boosts. */
	deletePost(id: string): void {
		const post = this.posts.get(id);
		if (post === undefined) return;
		for (const boost of [...post.boostedBy]) this.deletePost(boost.id);
		for (const name of post.hashtags) this.hashtag(name).delete(post);
		post.boostOf?.boostedBy.splice(post.boostOf.boostedBy.indexOf(post), 1);
		this.posts.delete(id);
		post.account.posts.delete(post);
		this.#countReply(post, -1);
	}

	/** Always makes a new boost: whether one is there already is for the caller to ask. */
	addBoost(account: Account, post: Post, visibility: Visibility, at = this.now()): Post {
		const copied = this.profile.timeline.boosts === 'own-rows' ? post.hashtags : [];
		const boost = this.addPost(
			{
				account,
				visibility,
				createdAt: at,
				content: post.content,
				hashtags: copied,
				language: post.language,
			},
			post,
		);
		post.boostedBy.push(boost);
		const { id, uri } = post;
		this.boosts.push({ statusId: id, uri, accountId: account.id, visibility, at, boostId: boost.id });
		return boost;
	}

	normalise(name: string): string {
		return normaliseHashtag(name, this.profile.hashtags.normalise);
	}

	/** The posts with a hashtag; makes the hashtag known. */
	hashtag(normalised: string): Set<Post> {
		const posts = this.hashtags.get(normalised) ?? new Set<Post>();
		this.hashtags.set(normalised, posts);
		return posts;
	}

	#countReply(post: Post, difference: number): void {
		const parent = this.posts.get(post.inReplyTo ?? '');
		if (parent !== undefined) parent.replies += difference;
	}

	/** In the order of this server's timelines, newest first. */
	newestFirst(posts: Iterable<Post>): Post[] {
		const byArrival = (a: Post, b: Post) => b.arrivedAt - a.arrivedAt || b.arrival - a.arrival;
		const byId = (a: Post, b: Post) => compareIds(b.id, a.id);
		return [...posts].sort(this.profile.cursors.compare === 'position' ? byArrival : byId);
	}
}
