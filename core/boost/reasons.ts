/** What becomes of a post in a run. */
export type Decision = 'boosted' | 'queued' | 'skipped' | 'failed';

interface ReasonRow {
	readonly decision: Decision;
	/** Completes "This post was …, because" for people. */
	readonly sentence: string;
}

/** Every reason that a report can give: the one list for report, summary, nodes and documentation. */
export const REASONS = {
	boosted: { decision: 'boosted', sentence: 'It met every condition.' },
	'found-boosted': {
		decision: 'boosted',
		sentence: 'The answer to its boost was lost; the server says that the boost was made.',
	},

	'max-boosts': { decision: 'queued', sentence: 'The run had made its boosts (max-boosts).' },
	'author-limit': {
		decision: 'queued',
		sentence: 'Its author was boosted often enough in 24 hours (max-boosts-per-author).',
	},
	'too-young': { decision: 'queued', sentence: 'It is held until it is old enough (min-age).' },
	'few-favourites': { decision: 'queued', sentence: 'It has too few favourites yet (min-favourites).' },
	'few-boosts': { decision: 'queued', sentence: 'It has too few boosts yet (min-boosts).' },
	'rate-limit': { decision: 'queued', sentence: 'The rate limit of the server was reached.' },
	'run-ended': { decision: 'queued', sentence: 'The run ended before its turn came.' },
	'dry-run': { decision: 'queued', sentence: 'It would have been boosted, but this was a dry run.' },

	'try-again': { decision: 'failed', sentence: 'The boost failed; it is tried again in the next run.' },
	'outcome-unknown': {
		decision: 'failed',
		sentence: 'The server did not say whether the boost was made; the next run looks before it tries again.',
	},
	'tries-used-up': { decision: 'failed', sentence: 'The boost failed three times.' },
	'not-allowed': {
		decision: 'failed',
		sentence: 'The server does not allow this account to boost the post.',
	},

	gone: { decision: 'skipped', sentence: 'It is gone, or hidden from this account.' },
	'is-boost': { decision: 'skipped', sentence: 'It is itself a boost.' },
	'not-public': { decision: 'skipped', sentence: 'It is not public.' },
	'hashtag-missing': { decision: 'skipped', sentence: 'It does not carry the hashtags asked for.' },
	'already-boosted': { decision: 'skipped', sentence: 'This account boosted it before.' },
	'too-old': { decision: 'skipped', sentence: 'It is older than max-age.' },
	own: { decision: 'skipped', sentence: 'It is a post of the boosting account itself (include-own).' },
	'author-suspended': { decision: 'skipped', sentence: 'Its author is suspended.' },
	'author-limited': { decision: 'skipped', sentence: 'Its author is limited by the moderators.' },
	'author-moved': { decision: 'skipped', sentence: 'Its author moved to another account.' },
	muted: { decision: 'skipped', sentence: 'The boosting account muted it.' },
	filtered: { decision: 'skipped', sentence: "The boosting account's own filters hide it." },
	blocked: { decision: 'skipped', sentence: 'Its author or server is blocked (block-accounts).' },
	'not-listed': { decision: 'skipped', sentence: 'Its author is not on the list (only-accounts).' },
	'opted-out': {
		decision: 'skipped',
		sentence: 'Its author says no to bots and boosts in the profile (consent).',
	},
	'not-opted-in': {
		decision: 'skipped',
		sentence: 'Its author did not agree to be found (consent: opt-in wants discoverable and indexable).',
	},
	bot: { decision: 'skipped', sentence: 'Its author is a bot (include-bots).' },
	reply: { decision: 'skipped', sentence: 'It is a reply (include-replies).' },
	sensitive: {
		decision: 'skipped',
		sentence: 'It is sensitive or behind a content warning (include-sensitive).',
	},
	'excluded-hashtag': { decision: 'skipped', sentence: 'It carries an excluded hashtag (exclude-hashtags).' },
	'too-many-hashtags': { decision: 'skipped', sentence: 'It has too many hashtags (max-hashtags).' },
	'wrong-origin': { decision: 'skipped', sentence: 'It is from the wrong kind of server (origin).' },
	'no-media': { decision: 'skipped', sentence: 'It has no pictures, video or audio (only-media).' },
	language: { decision: 'skipped', sentence: 'Its language is not among those allowed (languages).' },
	'not-new-member': {
		decision: 'skipped',
		sentence: "Its author's account is too old or tells no age (new-members-within).",
	},
	'profile-mismatch': {
		decision: 'skipped',
		sentence: "Its author's profile has none of the words looked for (profile-matches).",
	},
	'not-first-post': { decision: 'skipped', sentence: 'Its author was boosted before (first-post-only).' },
	'queue-full': {
		decision: 'skipped',
		sentence: 'The queue was full, and its author has more posts in it than others.',
	},
	expired: { decision: 'skipped', sentence: 'It waited in the queue until it was older than max-age.' },
} as const satisfies Readonly<Record<string, ReasonRow>>;

export type Reason = keyof typeof REASONS;

type ReasonFor<D extends Decision> = {
	[R in Reason]: (typeof REASONS)[R]['decision'] extends D ? R : never;
}[Reason];

export type SkipReason = ReasonFor<'skipped'>;
export type WaitReason = ReasonFor<'queued'>;
export type FailReason = ReasonFor<'failed'>;

export function decisionOf(reason: Reason): Decision {
	return REASONS[reason].decision;
}
