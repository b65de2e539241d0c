import { instanceAddress } from '../mastodon/instance-address';
import { checkOptions } from './check-options';
import type { AccountPattern } from './account-pattern';
import { parseAccountPattern } from './account-pattern';
import { parseDuration } from './duration';
import { InvalidOptionError } from './invalid-option-error';
import type { OptionName } from './option-table';
import { OPTION_TABLE } from './option-table';
import type { Options } from './options';
import { parseHashtags, parsePhrases, splitList } from './option-lists';

/** Options as a person wrote them; one that is missing or blank has its default. */
export type RawOptions = Readonly<Partial<Record<OptionName, string | undefined>>>;

const LARGEST_COUNT = 1_000_000;

/**
 * The one parser of both shells: raw texts become a complete value, or an `InvalidOptionError` says which
 * option is wrong and how to mend it.
 */
export function parseOptions(raw: RawOptions): Options {
	const instance = instanceAddress(textOf(raw, 'instance'));
	if (!instance) {
		throw new InvalidOptionError(
			'instance',
			`"${shorten(textOf(raw, 'instance'))}" is no address of a server; write it like https://mastodon.social or mastodon.social (http only for this machine itself)`,
		);
	}
	const accounts = (name: OptionName) => accountsOf(raw, name, instance.host);
	return checkOptions({
		instance,
		accessToken: tokenOf(raw),
		hashtags: parseHashtags('hashtags', textOf(raw, 'hashtags')),
		match: choiceOf(raw, 'match'),
		excludeHashtags: parseHashtags('exclude-hashtags', textOf(raw, 'exclude-hashtags')),
		origin: choiceOf(raw, 'origin'),
		onlyMedia: flagOf(raw, 'only-media'),
		languages: languagesOf(raw),
		includeReplies: flagOf(raw, 'include-replies'),
		includeBots: flagOf(raw, 'include-bots'),
		includeSensitive: flagOf(raw, 'include-sensitive'),
		includeOwn: flagOf(raw, 'include-own'),
		consent: choiceOf(raw, 'consent'),
		blockAccounts: accounts('block-accounts'),
		onlyAccounts: accounts('only-accounts'),
		profileMatches: parsePhrases('profile-matches', textOf(raw, 'profile-matches')),
		newMembersWithin: textOf(raw, 'new-members-within') ? durationOf(raw, 'new-members-within') : undefined,
		firstPostOnly: flagOf(raw, 'first-post-only'),
		maxHashtags: countOf(raw, 'max-hashtags'),
		minFavourites: countOf(raw, 'min-favourites'),
		minBoosts: countOf(raw, 'min-boosts'),
		minAge: durationOf(raw, 'min-age'),
		maxAge: durationOf(raw, 'max-age'),
		maxBoosts: countOf(raw, 'max-boosts', 1),
		maxBoostsPerAuthor: countOf(raw, 'max-boosts-per-author'),
		boostInterval: durationOf(raw, 'boost-interval'),
		visibility: choiceOf(raw, 'visibility'),
		lookback: durationOf(raw, 'lookback'),
		initialWindow: durationOf(raw, 'initial-window'),
		onRateLimit: choiceOf(raw, 'on-rate-limit'),
		maxWait: durationOf(raw, 'max-wait'),
		dryRun: flagOf(raw, 'dry-run'),
	});
}

function textOf(raw: RawOptions, name: OptionName): string {
	const text = raw[name]?.trim();
	if (text) return text;
	if ('required' in OPTION_TABLE[name]) throw new InvalidOptionError(name, 'it is required and is empty');
	return OPTION_TABLE[name].default;
}

function tokenOf(raw: RawOptions): string {
	const token = textOf(raw, 'access-token');
	// A header cannot carry these; the token itself never stands in a message.
	if (/^[\x21-\x7e]{1,4096}$/.test(token)) return token;
	throw new InvalidOptionError('access-token', 'it holds spaces or signs that no token has; copy it again');
}

type ChoiceOf<Name extends OptionName> = (typeof OPTION_TABLE)[Name] extends {
	choices: ReadonlyArray<infer C>;
}
	? C
	: never;

function choiceOf<Name extends OptionName>(raw: RawOptions, name: Name): ChoiceOf<Name> {
	const { choices = [] } = OPTION_TABLE[name] as { choices?: readonly string[] };
	const text = textOf(raw, name).toLowerCase();
	if (choices.includes(text)) return text as ChoiceOf<Name>;
	throw new InvalidOptionError(name, `"${shorten(text)}" is none of ${choices.join(', ')}`);
}

function flagOf(raw: RawOptions, name: OptionName): boolean {
	const text = textOf(raw, name).toLowerCase();
	if (text === 'true' || text === 'false') return text === 'true';
	throw new InvalidOptionError(name, `"${shorten(text)}" is neither true nor false`);
}

function countOf(raw: RawOptions, name: OptionName, least = 0): number {
	const text = textOf(raw, name);
	if (/^\d{1,7}$/.test(text) && Number(text) >= least && Number(text) <= LARGEST_COUNT) return Number(text);
	throw new InvalidOptionError(
		name,
		`"${shorten(text)}" is no whole number from ${least} to ${LARGEST_COUNT}`,
	);
}

function durationOf(raw: RawOptions, name: OptionName): number {
	const duration = parseDuration(textOf(raw, name));
	if (duration !== undefined) return duration;
	throw new InvalidOptionError(
		name,
		`"${shorten(textOf(raw, name))}" is no duration of a year at most; write 90s, 15m, 24h or 7d`,
	);
}

function languagesOf(raw: RawOptions): readonly string[] {
	const codes = splitList(textOf(raw, 'languages')).map((code) => code.toLowerCase());
	const wrong = codes.find((code) => !/^[a-z]{2}$/.test(code));
	if (wrong === undefined) return [...new Set(codes)];
	throw new InvalidOptionError(
		'languages',
		`"${shorten(wrong)}" is no ISO 639-1 code; write two letters like en or fr`,
	);
}

function accountsOf(raw: RawOptions, name: OptionName, instance: string): readonly AccountPattern[] {
	return splitList(textOf(raw, name)).map((entry) => {
		const pattern = parseAccountPattern(entry, instance);
		if (pattern) return pattern;
		throw new InvalidOptionError(
			name,
			`"${shorten(entry)}" is no account; write @user@host, @user, host or *.host`,
		);
	});
}

/** Wrong values are repeated in messages, but not endlessly. */
function shorten(text: string): string {
	return text.length > 60 ? `${text.slice(0, 57)}...` : text;
}
