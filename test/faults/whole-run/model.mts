import type { Options } from '../../../core/index';
import { positionOf } from '../../../core/boost/read-timeline';
import { isSameHashtag } from '../../../core/mastodon/hashtag';
import { capabilitiesOf } from '../../../core/mastodon/server';
import type { Capabilities } from '../../../core/mastodon/server';
import type { Status } from '../../../core/mastodon/status';
import type { Post } from '../../sandbox/post.mts';
import type { DocumentedLimit } from './documented-limit.mts';
import type { Server } from './server.mts';

/** The shortest lookback that every run takes. */
const LEAST_LOOKBACK = 60_000;
/** A page of the account's own timeline. */
const OWN_PAGE = 40;
/** As many boosts tell how far a lost state came. */
const TELLING = 3;

/** What has to be boosted: every eligible post, but for the limits that the documentation names. */
export class Model {
	readonly excused = new Map<Post, DocumentedLimit>();
	private readonly capabilities: Capabilities;
	/** From where on each hashtag is read, in milliseconds since the epoch. */
	private readonly starts = new Map<string, number>();
	private lastReading: number | undefined;
	private isLost = false;

	constructor(
		private readonly server: Server,
		public options: Options,
	) {
		const { name, version } = server.world.profile.software;
		this.capabilities = capabilitiesOf({ software: name.toLowerCase(), version });
	}

	/** As the README says it, from the server's own data. */
	isEligible(post: Post): boolean {
		const { options } = this;
		const carries = (hashtag: string) => post.hashtags.some((carried) => isSameHashtag(carried, hashtag));
		const isAsked =
			options.match === 'all' ? options.hashtags.every(carries) : options.hashtags.some(carries);
		return (
			isAsked &&
			!options.excludeHashtags.some(carries) &&
			post.visibility === 'public' &&
			(post.inReplyTo === undefined || options.includeReplies) &&
			(!post.sensitive || options.includeSensitive) &&
			(!post.account.bot || options.includeBots) &&
			(!post.account.note.includes('#nobot') || options.consent === 'none')
		);
	}

	/** What is missing when nothing is left to do. */
	missed(): readonly Post[] {
		return this.server.posts.filter(
			(post) =>
				this.server.isThere(post) &&
				this.isEligible(post) &&
				!this.excused.has(post) &&
				post.boostedBy.every(({ account }) => account !== this.server.booster),
		);
	}

	excuse(post: Post, limit: DocumentedLimit): void {
		if (!this.excused.has(post)) this.excused.set(post, limit);
	}

	/** `readingSince`: when the run began to read that is under way, if one is. */
	arrived(posts: readonly Post[], readingSince: number | undefined): void {
		const last = readingSince ?? this.lastReading;
		const lookback = Math.max(this.options.lookback, LEAST_LOOKBACK);
		for (const post of posts) {
			if (last !== undefined && this.position(post) < last - lookback) {
				this.excuse(post, 'later than lookback');
			}
		}
		if (this.starts.size > 0) this.excuseOutOfRange('before the first window');
	}

	stateLost(): void {
		this.isLost = true;
		this.starts.clear();
	}

	/** Other options for the next runs. */
	changed(options: Options): void {
		const before = new Set(this.server.posts.filter((post) => this.isEligible(post)));
		this.options = options;
		if (options.match !== 'all') return;
		for (const post of this.server.posts) {
			if (!before.has(post) && this.isEligible(post)) this.excuse(post, 'decided under another query');
		}
	}

	/** From where on a lost state would be read now. Asked before the run, which boosts. */
	recoveredStart(now: number): number {
		const { booster, world } = this.server;
		const own = world.store.newestFirst([...booster.posts].filter(({ boostOf }) => boostOf));
		const page = this.capabilities.tellsReblogged ? own.slice(0, OWN_PAGE) : own;
		const ours = page.flatMap(({ boostOf }) => boostOf ?? []).filter((post) => this.carriesAny(post));
		const first = now - this.options.initialWindow;
		if (ours.length < TELLING) return first;
		const reached = Math.min(...ours.slice(0, TELLING).map(({ createdAt }) => createdAt));
		return Math.min(first, reached);
	}

	/** A run stored the hashtags' cursors. */
	stored(hashtags: ReadonlySet<string>, readingSince: number, recoveredStart: number): void {
		this.lastReading = readingSince;
		const start = this.isLost ? recoveredStart : readingSince - this.options.initialWindow;
		for (const hashtag of this.starts.keys()) if (!hashtags.has(hashtag)) this.starts.delete(hashtag);
		for (const hashtag of hashtags) if (!this.starts.has(hashtag)) this.starts.set(hashtag, start);
		this.excuseOutOfRange(this.isLost ? 'before what a lost state leaves' : 'before the first window');
		this.isLost = false;
	}

	/** The stored state is an older one. */
	rolledBack(hashtags: ReadonlySet<string>): void {
		for (const hashtag of this.starts.keys()) if (!hashtags.has(hashtag)) this.starts.delete(hashtag);
	}

	private excuseOutOfRange(limit: DocumentedLimit): void {
		for (const post of this.server.posts) if (!this.isInRange(post)) this.excuse(post, limit);
	}

	private isInRange(post: Post): boolean {
		const starts = [...this.starts]
			.filter(([hashtag]) => post.hashtags.some((carried) => isSameHashtag(carried, hashtag)))
			.map(([, start]) => start);
		if (starts.length === 0) return true;
		const start = this.options.match === 'all' ? Math.max(...starts) : Math.min(...starts);
		return this.position(post) >= start;
	}

	/** Whether it has one of the hashtags asked for. */
	carriesAny(post: Post): boolean {
		return this.options.hashtags.some((hashtag) =>
			post.hashtags.some((carried) => isSameHashtag(carried, hashtag)),
		);
	}

	/** Where it stands in a timeline, as the documentation of the lookback means it. */
	private position({ id, createdAt }: Post): number {
		return positionOf({ id, createdAt } as Status, this.capabilities);
	}
}
