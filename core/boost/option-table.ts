/** How an option is written. Lists are separated by commas, white space or new lines. */
export type OptionKind =
	| 'text'
	| 'secret'
	| 'instance'
	| 'hashtags'
	| 'choice'
	| 'flag'
	| 'languages'
	| 'accounts'
	| 'phrases'
	| 'duration'
	| 'count';

export interface OptionRow {
	readonly kind: OptionKind;
	/** As a person would write it; empty: none. */
	readonly default: string;
	readonly required?: true;
	/** Of a `choice`, the default first. */
	readonly choices?: readonly string[];
	/** One sentence for action.yml, the nodes and the documentation. */
	readonly about: string;
}

/** Every option of a run, in the order in which people read them: the one source for parser, Action, nodes and docs. */
export const OPTION_TABLE = {
	instance: {
		kind: 'instance',
		default: '',
		required: true,
		about: 'Server of the boosting account: https://mastodon.social or mastodon.social.',
	},
	'access-token': {
		kind: 'secret',
		default: '',
		required: true,
		about: 'Access token of the boosting account, from a secret.',
	},
	hashtags: {
		kind: 'hashtags',
		default: '',
		required: true,
		about: 'Hashtags to follow, with or without #.',
	},
	match: {
		kind: 'choice',
		default: 'any',
		choices: ['any', 'all'],
		about: 'Whether a post needs any or all of the hashtags.',
	},
	'exclude-hashtags': {
		kind: 'hashtags',
		default: '',
		about: 'Posts with one of these hashtags are left alone.',
	},
	origin: {
		kind: 'choice',
		default: 'all',
		choices: ['all', 'local', 'remote'],
		about: 'Posts of all servers, of the instance itself (local) or of the others (remote).',
	},
	'only-media': { kind: 'flag', default: 'false', about: 'Only posts with pictures, video or audio.' },
	languages: {
		kind: 'languages',
		default: '',
		about: 'Allowed languages as ISO 639-1 codes; empty allows all, also posts that state none.',
	},
	'include-replies': { kind: 'flag', default: 'false', about: 'Boost replies, too.' },
	'include-bots': {
		kind: 'flag',
		default: 'false',
		about: 'Boost posts of accounts that are marked as bots, too.',
	},
	'include-sensitive': {
		kind: 'flag',
		default: 'false',
		about: 'Boost posts that are sensitive or behind a content warning, too.',
	},
	'include-own': {
		kind: 'flag',
		default: 'false',
		about: 'Boost posts of the boosting account itself, too.',
	},
	consent: {
		kind: 'choice',
		default: 'opt-out',
		choices: ['opt-out', 'opt-in', 'none'],
		about:
			'opt-out leaves alone authors who say no (#nobot, #nobots, #noboost, #noboosts, #noindex in name, bio or fields, or noindex); opt-in also requires discoverable and indexable; none asks nothing.',
	},
	'block-accounts': {
		kind: 'accounts',
		default: '',
		about:
			'Never boost these: @user@host, @user (of the instance), host (that host alone), *.host (its subdomains).',
	},
	'only-accounts': {
		kind: 'accounts',
		default: '',
		about: 'Boost these alone; written like block-accounts.',
	},
	'profile-matches': {
		kind: 'phrases',
		default: '',
		about:
			"Words or phrases, one a line or separated by commas; one must occur in the author's name, bio or fields, whatever its case and accents.",
	},
	'new-members-within': {
		kind: 'duration',
		default: '',
		about: 'Only authors whose account is younger than this, for example 7d.',
	},
	'first-post-only': {
		kind: 'flag',
		default: 'false',
		about: 'At most one boost per author, ever remembered.',
	},
	'max-hashtags': {
		kind: 'count',
		default: '0',
		about: 'Leave alone posts with more hashtags than this; 0 is no limit.',
	},
	'min-favourites': { kind: 'count', default: '0', about: 'Wait until a post has this many favourites.' },
	'min-boosts': { kind: 'count', default: '0', about: 'Wait until a post has this many boosts.' },
	'min-age': {
		kind: 'duration',
		default: '0s',
		about: 'Hold a post this long, then read it again before deciding.',
	},
	'max-age': { kind: 'duration', default: '7d', about: 'Older posts are never boosted.' },
	'max-boosts': { kind: 'count', default: '20', about: 'Boosts per run; the rest waits in the queue.' },
	'max-boosts-per-author': {
		kind: 'count',
		default: '2',
		about: 'Boosts of one author in 24 hours; 0 is no limit.',
	},
	'boost-interval': { kind: 'duration', default: '0s', about: 'Pause between two boosts.' },
	visibility: {
		kind: 'choice',
		default: 'public',
		choices: ['public', 'unlisted', 'private'],
		about: 'Who sees the boosts.',
	},
	lookback: {
		kind: 'duration',
		default: '1h',
		about: 'How far behind the cursor every run reads again, for posts that arrive late.',
	},
	'initial-window': {
		kind: 'duration',
		default: '24h',
		about: 'How far back the first run looks; 0s starts from now.',
	},
	'on-rate-limit': {
		kind: 'choice',
		default: 'stop',
		choices: ['stop', 'wait'],
		about: 'At a rate limit: stop (the rest waits in the queue) or wait.',
	},
	'max-wait': { kind: 'duration', default: '5m', about: 'The longest wait in one run.' },
	'dry-run': { kind: 'flag', default: 'false', about: 'Decide and report, change nothing anywhere.' },
} as const satisfies Readonly<Record<string, OptionRow>>;

export type OptionName = keyof typeof OPTION_TABLE;
