import type { Account } from '../mastodon/account';
import type { MastodonClient } from '../mastodon/client';
import { fullHandle } from '../mastodon/full-handle';
import type { Capabilities } from '../mastodon/server';
import type { Status } from '../mastodon/status';
import type { Clock } from '../ports/clock';
import type { Log } from '../ports/log';
import type { Judge } from './eligibility';
import type { Options } from './options';
import type { OwnBoosts } from './own-boosts';
import type { QueueEntry } from './queue';
import type { Reason } from './reasons';
import { decisionOf } from './reasons';
import type { PostReport } from './report';
import type { Tally } from './tally';
import type { BoostState } from './state';

/** What the steps of a run share. */
export interface RunContext {
	readonly options: Options;
	/** Found posts are boosted, or handed out whether this account boosted them or not. */
	readonly purpose: 'boost' | 'find';
	/** The boosting account. */
	readonly me: Account;
	readonly client: MastodonClient;
	readonly server: Capabilities;
	/** By the server's time. */
	readonly clock: Clock;
	/**
	 * When reading began, in milliseconds: the earlier one of the server's and this machine's time, because a
	 * cursor that lies in the future would pass over posts.
	 */
	readonly startedAt: number;
	/** The later one of both times. */
	readonly latestNow: number;
	/**
	 * What was written before this is too old, in milliseconds since the epoch: by whichever clock is behind, because
	 * a date that is wrong once must not give up for good what waits.
	 */
	readonly oldest: () => number;
	/** The state was lost not long ago: what the server cannot tell must be taken for boosted. */
	readonly isRecovering: boolean;
	readonly log: Log;
	readonly state: BoostState;
	readonly ownBoosts: OwnBoosts;
	readonly tally: Tally;
	/** Hashtags asked for of which this run was shown a post. */
	readonly shown: Set<string>;
	/** Queued posts that were read in this run, by id. */
	readonly fresh: Map<string, Status>;
	/** Posts whose boost the state's memory of authors holds, as far as this run found out, by `uri`. */
	readonly counted: Set<string>;
	readonly warnings: string[];
	/** Stores the state where it differs from what is stored; does nothing in a dry run. */
	readonly save: () => Promise<void>;
}

/** Whether only the account's own timeline keeps a post from being boosted twice. */
export function dependsOnOwnBoosts({ boostsOnce, tellsReblogged }: Capabilities): boolean {
	return !boostsOnce && !tellsReblogged;
}

export function judgeOf(run: RunContext): Judge {
	const { options, me, clock, state, ownBoosts, server, isRecovering, purpose } = run;
	const isBoosted = ({ reblogged, uri, createdAt }: Status) =>
		reblogged === true ||
		ownBoosts.has(uri) ||
		(isRecovering && dependsOnOwnBoosts(server) && !ownBoosts.covers(createdAt));
	if (purpose === 'find')
		return {
			options,
			me,
			now: clock.now(),
			oldest: run.oldest(),
			authors: state.authors,
			isBoosted: () => false,
		};
	return { options, me, now: clock.now(), oldest: run.oldest(), authors: state.authors, isBoosted };
}

export function entryOf(status: Status, hashtags: readonly string[]): QueueEntry {
	const { id, uri, account, createdAt } = status;
	const wholeSeconds = Math.floor(createdAt / 1000) * 1000;
	return {
		id,
		uri,
		acct: account.acct,
		createdAt: wholeSeconds,
		hashtags,
		tries: 0,
		unsure: false,
		deferred: false,
	};
}

export function reportStatus(run: RunContext, status: Status, reason: Reason): PostReport {
	const { id, uri, url = uri, account, hashtags, createdAt } = status;
	return report(run, { id, uri, url, acct: account.acct, hashtags, createdAt, reason });
}

export function reportEntry(run: RunContext, entry: QueueEntry, reason: Reason): PostReport {
	const { id, uri, acct, hashtags, createdAt } = entry;
	return report(run, { id, uri, url: uri, acct, hashtags, createdAt, reason });
}

type Facts = Pick<PostReport, 'id' | 'uri' | 'url' | 'hashtags' | 'reason'> &
	Pick<QueueEntry, 'acct' | 'createdAt'>;

function report({ options, tally }: RunContext, { acct, createdAt, ...facts }: Facts): PostReport {
	const post = {
		...facts,
		account: fullHandle(acct, options.instance.host),
		createdAt: new Date(createdAt).toISOString(),
		decision: decisionOf(facts.reason),
	};
	tally.add(post);
	return post;
}
