import { isSameHashtag } from '../mastodon/hashtag';
import type { AccountPattern } from './account-pattern';
import { formatDuration } from './duration';
import { InvalidOptionError } from './invalid-option-error';
import type { Options } from './options';

/** Refuses options that contradict each other: with them no post, or no post of an author, could ever be boosted. */
export function checkOptions(options: Options): Options {
	const { hashtags, excludeHashtags, match, maxHashtags, minAge, maxAge } = options;
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
	checkAccounts(options);
	if (options.newMembersWithin === 0) {
		throw new InvalidOptionError('new-members-within', 'nobody is younger than 0s; write for example 7d');
	}
	const pauses = options.boostInterval * (options.maxBoosts - 1);
	if (pauses > LONGEST_RUN) {
		throw new InvalidOptionError(
			'boost-interval',
			`${formatDuration(options.boostInterval)} between ${options.maxBoosts} boosts is more than the 6 hours that a run may take; lower it or "max-boosts"`,
		);
	}
	return options;
}

/** Six hours, in milliseconds: GitHub ends a job then. */
const LONGEST_RUN = 21_600_000;

function checkAccounts({ onlyAccounts, blockAccounts, origin, instance }: Options): void {
	const blocked = new Set(blockAccounts.map(describe));
	for (const only of onlyAccounts) {
		const blocking = coveringOf(only).find((pattern) => blocked.has(pattern));
		if (blocking === undefined) continue;
		throw new InvalidOptionError(
			'only-accounts',
			`${describe(only)} is blocked by ${blocking} in "block-accounts"; take it out of one of them`,
		);
	}
	const isElsewhere = ({ kind, host }: AccountPattern) => kind !== 'subdomains' && host !== instance.host;
	if (origin === 'local' && onlyAccounts.length > 0 && onlyAccounts.every(isElsewhere)) {
		throw new InvalidOptionError(
			'only-accounts',
			`none of them is on ${instance.host}, but "origin" is local`,
		);
	}
}

/** The entries that name everybody whom the pattern names, as they are described: each is looked for in one step. */
function coveringOf(pattern: AccountPattern): readonly string[] {
	const { kind, host } = pattern;
	const labels = host.split('.');
	const above = labels.slice(1).map((_, index) => `*.${labels.slice(index + 1).join('.')}`);
	switch (kind) {
		case 'account':
			return [describe(pattern), host, ...above];
		case 'host':
			return [host, ...above];
		case 'subdomains':
			return [describe(pattern), ...above];
	}
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
