import { isSameHashtag } from '../mastodon/hashtag';
import type { AccountPattern } from './account-pattern';
import { formatDuration } from './duration';
import { InvalidOptionError } from './invalid-option-error';
import type { Options } from './options';

/** Refuses options that contradict each other: with them no post, or no post of an author, could ever be boosted. */
export function checkOptions(options: Options): Options {
	const { hashtags, excludeHashtags, match, maxHashtags, minAge, maxAge, onlyAccounts, blockAccounts } =
		options;
	const excluded = excludeHashtags.find((name) => hashtags.some((asked) => isSameHashtag(asked, name)));
	if (excluded !== undefined) {
		throw new InvalidOptionError(
			'exclude-hashtags',
			`#${excluded} also stands in "hashtags"; take it out of one of them`,
		);
	}
	if (minAge >= maxAge) {
		throw new InvalidOptionError(
			'min-age',
			`${formatDuration(minAge)} is not less than "max-age" (${formatDuration(maxAge)}), so that every post would be too old; make one of them fit`,
		);
	}
	if (match === 'all' && maxHashtags > 0 && maxHashtags < hashtags.length) {
		throw new InvalidOptionError(
			'max-hashtags',
			`${maxHashtags} is less than the ${hashtags.length} hashtags that "match: all" asks for; raise it`,
		);
	}
	const both = onlyAccounts.find((only) => blockAccounts.some((blocked) => isSamePattern(only, blocked)));
	if (both) {
		throw new InvalidOptionError(
			'only-accounts',
			`${describe(both)} also stands in "block-accounts"; take it out of one of them`,
		);
	}
	return options;
}

function isSamePattern(a: AccountPattern, b: AccountPattern): boolean {
	return describe(a) === describe(b);
}

function describe(pattern: AccountPattern): string {
	switch (pattern.kind) {
		case 'account':
			return `@${pattern.user}@${pattern.host}`;
		case 'host':
			return pattern.host;
		case 'subdomains':
			return `*.${pattern.host}`;
	}
}
