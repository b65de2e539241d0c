import type { OptionName } from './option-table';

/**
 * What an option is about: whose account and where; what is searched for; which posts pass; what is remembered
 * of authors; how posts are boosted; how timelines are read.
 */
export type OptionGroup = 'connection' | 'query' | 'filter' | 'memory' | 'boost' | 'reading';

export const OPTION_GROUPS: Readonly<Record<OptionName, OptionGroup>> = {
	instance: 'connection',
	'access-token': 'connection',
	hashtags: 'query',
	match: 'query',
	'exclude-hashtags': 'filter',
	origin: 'filter',
	'only-media': 'filter',
	languages: 'filter',
	'include-replies': 'filter',
	'include-bots': 'filter',
	'include-sensitive': 'filter',
	'include-own': 'filter',
	consent: 'filter',
	'block-accounts': 'filter',
	'only-accounts': 'filter',
	'profile-matches': 'filter',
	'new-members-within': 'filter',
	'first-post-only': 'memory',
	'max-hashtags': 'filter',
	'min-favourites': 'filter',
	'min-boosts': 'filter',
	'min-age': 'filter',
	'max-age': 'filter',
	'max-boosts': 'boost',
	'max-boosts-per-author': 'boost',
	'boost-interval': 'boost',
	visibility: 'boost',
	lookback: 'reading',
	'initial-window': 'reading',
	'on-rate-limit': 'reading',
	'max-wait': 'reading',
	'dry-run': 'boost',
};
