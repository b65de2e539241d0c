import type { BoostVisibility } from '../mastodon/client';
import type { InstanceAddress } from '../mastodon/instance-address';
import type { AccountPattern } from './account-pattern';

/** All options of a run, complete and checked. Durations in milliseconds; hashtags as `plainHashtag` writes them. */
export interface Options {
	readonly instance: InstanceAddress;
	readonly accessToken: string;
	readonly hashtags: readonly string[];
	readonly match: 'any' | 'all';
	readonly excludeHashtags: readonly string[];
	readonly origin: 'all' | 'local' | 'remote';
	readonly onlyMedia: boolean;
	/** ISO 639-1 in lower case; empty allows all. */
	readonly languages: readonly string[];
	readonly includeReplies: boolean;
	readonly includeBots: boolean;
	readonly includeSensitive: boolean;
	readonly includeOwn: boolean;
	readonly consent: 'opt-out' | 'opt-in' | 'none';
	readonly blockAccounts: readonly AccountPattern[];
	readonly onlyAccounts: readonly AccountPattern[];
	readonly profileMatches: readonly string[];
	/** Undefined: authors of any age. */
	readonly newMembersWithin: number | undefined;
	readonly firstPostOnly: boolean;
	/** 0: no limit. */
	readonly maxHashtags: number;
	readonly minFavourites: number;
	readonly minBoosts: number;
	readonly minAge: number;
	readonly maxAge: number;
	readonly maxBoosts: number;
	readonly maxBoostsPerAuthor: number;
	readonly boostInterval: number;
	readonly visibility: BoostVisibility;
	readonly lookback: number;
	readonly initialWindow: number;
	readonly onRateLimit: 'stop' | 'wait';
	readonly maxWait: number;
	readonly dryRun: boolean;
}
