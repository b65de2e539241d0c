import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { InvalidOptionError } from '../../../core/boost/invalid-option-error';
import type { OptionName } from '../../../core/boost/option-table';
import { OPTION_TABLE } from '../../../core/boost/option-table';
import type { RawOptions } from '../../../core/boost/parse-options';
import { parseOptions } from '../../../core/boost/parse-options';

const REQUIRED = { instance: 'here.example', 'access-token': 'secret-token', hashtags: 'cats' };
const NAMES = Object.keys(OPTION_TABLE) as OptionName[];
const parse = (raw: RawOptions = {}) => parseOptions({ ...REQUIRED, ...raw });
const HOUR = 3_600_000;

describe('parseOptions', () => {
	it('has a default for everything that is not required', () => {
		expect(parse()).toEqual({
			instance: { host: 'here.example', origin: 'https://here.example' },
			accessToken: 'secret-token',
			hashtags: ['cats'],
			match: 'any',
			excludeHashtags: [],
			origin: 'all',
			onlyMedia: false,
			languages: [],
			includeReplies: false,
			includeBots: false,
			includeSensitive: false,
			includeOwn: false,
			consent: 'opt-out',
			blockAccounts: [],
			onlyAccounts: [],
			profileMatches: [],
			newMembersWithin: undefined,
			firstPostOnly: false,
			maxHashtags: 0,
			minFavourites: 0,
			minBoosts: 0,
			minAge: 0,
			maxAge: 7 * 24 * HOUR,
			maxBoosts: 20,
			maxBoostsPerAuthor: 2,
			boostInterval: 0,
			visibility: 'public',
			lookback: HOUR,
			initialWindow: 24 * HOUR,
			onRateLimit: 'stop',
			maxWait: 300_000,
			dryRun: false,
		});
	});

	it('takes blank values for missing ones', () => {
		const blanks = Object.fromEntries(NAMES.map((name) => [name, ' \n']));
		expect(parseOptions({ ...blanks, ...REQUIRED })).toEqual(parse());
	});

	it('takes every default for what it is when it is written out', () => {
		const defaults = Object.fromEntries(NAMES.map((name) => [name, OPTION_TABLE[name].default]));
		expect(parseOptions({ ...defaults, ...REQUIRED })).toEqual(parse());
	});

	it.each(['instance', 'access-token', 'hashtags'] as const)('requires %s', (name) => {
		expect(() => parse({ [name]: ' ' })).toThrow(`Input "${name}": it is required and is empty.`);
	});

	it('reads values of every kind', () => {
		expect(
			parse({
				match: 'ALL',
				'only-media': 'True',
				languages: 'en, FR en',
				'block-accounts': '@Ada@remote.example @bob spam.example *.bad.example',
				'profile-matches': 'Sénégal, South Africa',
				'new-members-within': '7d',
				'max-boosts': '5',
			}),
		).toMatchObject({
			match: 'all',
			onlyMedia: true,
			languages: ['en', 'fr'],
			blockAccounts: [
				{ kind: 'account', user: 'ada', host: 'remote.example' },
				{ kind: 'account', user: 'bob', host: 'here.example' },
				{ kind: 'host', host: 'spam.example' },
				{ kind: 'subdomains', host: 'bad.example' },
			],
			profileMatches: ['Sénégal', 'South Africa'],
			newMembersWithin: 7 * 24 * HOUR,
			maxBoosts: 5,
		});
	});

	it.each<[OptionName, string, string]>([
		[
			'instance',
			'http://here.example',
			'"http://here.example" is no address of a server; write it like https://mastodon.social or mastodon.social (http only for this machine itself)',
		],
		['match', 'some', '"some" is none of any, all'],
		['origin', 'far', '"far" is none of all, local, remote'],
		['consent', 'yes', '"yes" is none of opt-out, opt-in, none'],
		['visibility', 'direct', '"direct" is none of public, unlisted, private'],
		['on-rate-limit', 'fail', '"fail" is none of stop, wait'],
		['dry-run', 'yes', '"yes" is neither true nor false'],
		['max-hashtags', '-1', '"-1" is no whole number from 0 to 1000000'],
		['min-boosts', '1.5', '"1.5" is no whole number from 0 to 1000000'],
		['min-favourites', '1000001', '"1000001" is no whole number from 0 to 1000000'],
		['max-boosts', '0', '"0" is no whole number from 1 to 1000000'],
		['max-age', '7', '"7" is no duration of a year at most; write 90s, 15m, 24h or 7d'],
		['lookback', '400d', '"400d" is no duration of a year at most; write 90s, 15m, 24h or 7d'],
		['profile-matches', 'Ghana, ***', '"***" holds no word'],
		[
			'min-age',
			'7d',
			'7d is not less than "max-age" (7d), so that every post would be too old; make one of them fit',
		],
		['languages', 'en english', '"english" is no ISO 639-1 code; write two letters like en or fr'],
		['block-accounts', 'ada', '"ada" is no account; write @user@host, @user, host or *.host'],
		['only-accounts', '@a@b@c', '"@a@b@c" is no account; write @user@host, @user, host or *.host'],
		['exclude-hashtags', 'a-b', '"a-b" is no hashtag; it may hold letters, digits and _ alone, 100 at most'],
	])('says of %s = %s what is wrong and how to mend it', (name, value, problem) => {
		expect(() => parse({ [name]: value })).toThrow(new InvalidOptionError(name, problem));
		expect(() => parse({ [name]: value })).toThrow(`Input "${name}": ${problem}.`);
	});

	it.each(['two words', 'naïve', 'x'.repeat(4097), 'a\u0000b'])('never repeats a wrong token', (token) => {
		const error = (() => {
			try {
				return parse({ 'access-token': token });
			} catch (thrown) {
				return thrown as Error;
			}
		})() as InvalidOptionError;
		expect(error.message).toBe(
			'Input "access-token": it holds spaces or signs that no token has; copy it again.',
		);
		expect(JSON.stringify(error)).not.toContain(token);
	});

	it('repeats no more than the beginning of a long value', () => {
		expect(() => parse({ match: 'x'.repeat(10_000) })).toThrow(`"${'x'.repeat(57)}..." is none of`);
	});

	it('never throws anything but an InvalidOptionError', () => {
		const anyText = fc.option(fc.string({ unit: 'binary' }), { nil: undefined });
		const raw = fc.record(Object.fromEntries(NAMES.map((name) => [name, anyText])));
		fc.assert(
			fc.property(raw, fc.boolean(), (values, isComplete) => {
				try {
					parseOptions(isComplete ? { ...values, ...REQUIRED } : values);
				} catch (error) {
					return error instanceof InvalidOptionError;
				}
				return true;
			}),
			{ numRuns: 500 },
		);
	});
});
