import type { Account } from '../mastodon/account';
import { fullHandle } from '../mastodon/full-handle';
import { normalHashtag } from '../mastodon/hashtag';
import { profileHasPhrase } from '../mastodon/profile';
import type { Status } from '../mastodon/status';
import { matchesAccount } from './account-pattern';
import type { AuthorMemory } from './author-memory';
import { consentProblem } from './consent';
import type { Options } from './options';
import type { SkipReason } from './reasons';

/** What a post is judged by besides itself. */
export interface Judge {
	readonly options: Options;
	/** The boosting account. */
	readonly me: Account;
	/** Milliseconds since the epoch, by the server's clock. */
	readonly now: number;
	/** Posts from before this are too old, in milliseconds since the epoch. */
	readonly oldest: number;
	readonly authors: AuthorMemory;
	/** Whether this account boosted the post. */
	readonly isBoosted: (post: Status) => boolean;
}

const DAY = 86_400_000;

type Rule = (status: Status, judge: Judge) => SkipReason | undefined;

/** Why a post is left alone for good; undefined when it may be boosted. The first reason counts. */
export function skipReason(status: Status, judge: Judge): SkipReason | undefined {
	for (const rule of RULES) {
		const reason = rule(status, judge);
		if (reason) return reason;
	}
	return undefined;
}

/** The hashtags asked for that a post carries. */
export function matchedHashtags(status: Status, options: Options): readonly string[] {
	const carried = normalHashtags(status);
	return options.hashtags.filter((asked) => carried.has(normalHashtag(asked)));
}

const RULES: readonly Rule[] = [
	({ reblog }) => (reblog ? 'is-boost' : undefined),
	({ visibility }) => (visibility === 'public' ? undefined : 'not-public'),
	hashtagRule,
	(status, { isBoosted }) => (isBoosted(status) ? 'already-boosted' : undefined),
	({ createdAt }, { oldest }) => (createdAt < oldest ? 'too-old' : undefined),
	({ account }, { options, me }) => (account.id === me.id && !options.includeOwn ? 'own' : undefined),
	({ account }) => (account.suspended ? 'author-suspended' : undefined),
	({ account }) => (account.limited ? 'author-limited' : undefined),
	({ account }) => (account.moved ? 'author-moved' : undefined),
	({ muted }) => (muted ? 'muted' : undefined),
	({ hiddenByFilter }) => (hiddenByFilter ? 'filtered' : undefined),
	({ account }, judge) => (isListed(account, judge.options.blockAccounts, judge) ? 'blocked' : undefined),
	({ account }, judge) => {
		const { onlyAccounts } = judge.options;
		return onlyAccounts.length > 0 && !isListed(account, onlyAccounts, judge) ? 'not-listed' : undefined;
	},
	({ account }, { options, me }) =>
		account.id === me.id ? undefined : consentProblem(account, options.consent),
	({ account }, { options, me }) =>
		account.bot && !options.includeBots && account.id !== me.id ? 'bot' : undefined,
	({ isReply }, { options }) => (isReply && !options.includeReplies ? 'reply' : undefined),
	({ sensitive }, { options }) => (sensitive && !options.includeSensitive ? 'sensitive' : undefined),
	excludedRule,
	({ hashtags }, { options }) =>
		options.maxHashtags > 0 && hashtags.length > options.maxHashtags ? 'too-many-hashtags' : undefined,
	originRule,
	({ mediaCount }, { options }) => (options.onlyMedia && mediaCount === 0 ? 'no-media' : undefined),
	languageRule,
	newMemberRule,
	profileRule,
	({ account }, { options, authors }) =>
		options.firstPostOnly && authors.wasEverBoosted(account.acct) ? 'not-first-post' : undefined,
];

/** No server's own filter is trusted: one drops hashtags it does not know, another matches by prefix. */
function hashtagRule(status: Status, { options }: Judge): SkipReason | undefined {
	const matched = matchedHashtags(status, options).length;
	const enough = options.match === 'all' ? matched === options.hashtags.length : matched > 0;
	return enough ? undefined : 'hashtag-missing';
}

function excludedRule(status: Status, { options: { excludeHashtags } }: Judge): SkipReason | undefined {
	if (excludeHashtags.length === 0) return undefined;
	const carried = normalHashtags(status);
	return excludeHashtags.some((name) => carried.has(normalHashtag(name))) ? 'excluded-hashtag' : undefined;
}

function originRule({ account }: Status, { options }: Judge): SkipReason | undefined {
	if (options.origin === 'all') return undefined;
	const { host } = options.instance;
	const origin = fullHandle(account.acct, host).endsWith(`@${host}`) ? 'local' : 'remote';
	return origin === options.origin ? undefined : 'wrong-origin';
}

function languageRule({ language }: Status, { options: { languages } }: Judge): SkipReason | undefined {
	if (languages.length === 0) return undefined;
	// `pt-BR` is Portuguese.
	return language !== undefined && languages.includes(language.split('-')[0]!) ? undefined : 'language';
}

function newMemberRule({ account }: Status, { options, now }: Judge): SkipReason | undefined {
	const { newMembersWithin } = options;
	if (newMembersWithin === undefined) return undefined;
	const { createdAt } = account;
	if (createdAt === undefined) return 'not-new-member';
	// Mastodon tells the day alone: the account may have been made at its very end.
	const latest = createdAt % DAY === 0 ? createdAt + DAY : createdAt;
	return latest > now - newMembersWithin ? undefined : 'not-new-member';
}

function profileRule({ account }: Status, { options: { profileMatches } }: Judge): SkipReason | undefined {
	if (profileMatches.length === 0) return undefined;
	return profileMatches.some((phrase) => profileHasPhrase(account, phrase)) ? undefined : 'profile-mismatch';
}

function isListed(account: Account, list: Options['blockAccounts'], { options }: Judge): boolean {
	return list.some((pattern) => matchesAccount(pattern, account.acct, options.instance.host));
}

/** Normalised once, not once for each hashtag that is asked for. */
function normalHashtags({ hashtags }: Status): ReadonlySet<string> {
	return new Set(hashtags.map(normalHashtag));
}
