import { describe, expect, it } from '@jest/globals';
import { checkOptions } from '../../../core/boost/check-options';
import { InvalidOptionError } from '../../../core/boost/invalid-option-error';
import type { OptionName } from '../../../core/boost/option-table';
import type { Options } from '../../../core/boost/options';
import { makeOptions } from '../../fakes/make-run.mts';

const HOUR = 3_600_000;
const ADA = { kind: 'account', user: 'ada', host: 'remote.example' } as const;
const HOST = { kind: 'host', host: 'remote.example' } as const;
const BELOW = { kind: 'subdomains', host: 'remote.example' } as const;

const OTHER = { kind: 'host', host: 'notremote.example' } as const;
const LOCAL = { kind: 'account', user: 'bob', host: 'here.example' } as const;

describe('checkOptions', () => {
	it('gives options that fit together as they are', () => {
		const options = makeOptions();
		expect(checkOptions(options)).toBe(options);
	});

	it.each<[string, Partial<Options>, OptionName, string]>([
		[
			'a hashtag that is asked for and excluded',
			{ hashtags: ['cats', 'sénégal'], excludeHashtags: ['dogs', 'senegal'] },
			'exclude-hashtags',
			'#senegal also stands in "hashtags"; take it out of one of them',
		],
		[
			'a least age that is the greatest age',
			{ minAge: HOUR, maxAge: HOUR },
			'min-age',
			'1h is not less than "max-age" (1h), so that every post would be too old; make one of them fit',
		],
		[
			'no age at all',
			{ minAge: 0, maxAge: 0 },
			'min-age',
			'0s is not less than "max-age" (0s), so that every post would be too old; make one of them fit',
		],
		[
			'fewer hashtags than a post needs',
			{ match: 'all', hashtags: ['cats', 'dogs'], maxHashtags: 1 },
			'max-hashtags',
			'1 is less than the 2 hashtags that "match: all" asks for; raise it',
		],
		[
			'an account that is listed and blocked',
			{ onlyAccounts: [HOST, ADA], blockAccounts: [ADA] },
			'only-accounts',
			'@ada@remote.example is blocked by @ada@remote.example in "block-accounts"; take it out of one of them',
		],
		[
			'a server that is listed and blocked',
			{ onlyAccounts: [HOST], blockAccounts: [ADA, HOST] },
			'only-accounts',
			'remote.example is blocked by remote.example in "block-accounts"; take it out of one of them',
		],
		[
			'subdomains that are listed and blocked',
			{ onlyAccounts: [BELOW], blockAccounts: [BELOW] },
			'only-accounts',
			'*.remote.example is blocked by *.remote.example in "block-accounts"; take it out of one of them',
		],
		[
			'an account of a blocked server',
			{ onlyAccounts: [ADA], blockAccounts: [HOST] },
			'only-accounts',
			'@ada@remote.example is blocked by remote.example in "block-accounts"; take it out of one of them',
		],
		[
			'a server below a blocked domain',
			{ onlyAccounts: [HOST], blockAccounts: [{ kind: 'subdomains', host: 'example' }] },
			'only-accounts',
			'remote.example is blocked by *.example in "block-accounts"; take it out of one of them',
		],
		[
			'an account below a blocked domain',
			{ onlyAccounts: [ADA], blockAccounts: [{ kind: 'subdomains', host: 'example' }] },
			'only-accounts',
			'@ada@remote.example is blocked by *.example in "block-accounts"; take it out of one of them',
		],
		[
			'subdomains of blocked subdomains',
			{ onlyAccounts: [BELOW], blockAccounts: [{ kind: 'subdomains', host: 'example' }] },
			'only-accounts',
			'*.remote.example is blocked by *.example in "block-accounts"; take it out of one of them',
		],
		[
			'the own server alone with accounts of others alone',
			{ origin: 'local', onlyAccounts: [ADA, HOST] },
			'only-accounts',
			'none of them is on here.example, but "origin" is local',
		],
		[
			'members of no time',
			{ newMembersWithin: 0 },
			'new-members-within',
			'nobody is younger than 0s; write for example 7d',
		],
		[
			'pauses that take longer than a run may',
			{ boostInterval: 300 * 24 * HOUR, maxBoosts: 2 },
			'boost-interval',
			'300d between 2 boosts is more than the 6 hours that a run may take; lower it or "max-boosts"',
		],
	])('refuses %s', (_, changes, name, problem) => {
		expect(() => checkOptions(makeOptions(changes))).toThrow(new InvalidOptionError(name, problem));
	});

	it('compares lists of tens of thousands', () => {
		const hosts = (name: string) =>
			Array.from({ length: 30_000 }, (_, id) => ({ kind: 'host', host: `${name}${id}.example` }) as const);
		const options = makeOptions({ onlyAccounts: hosts('a'), blockAccounts: hosts('b') });
		expect(checkOptions(options)).toBe(options);
	});

	it.each<[string, Partial<Options>]>([
		['a least age just below the greatest', { minAge: HOUR - 1000, maxAge: HOUR }],
		['just as many hashtags as a post needs', { match: 'all', hashtags: ['cats', 'dogs'], maxHashtags: 2 }],
		['hashtags without a limit', { match: 'all', hashtags: ['cats', 'dogs'], maxHashtags: 0 }],
		['fewer hashtags where one is enough', { match: 'any', hashtags: ['cats', 'dogs'], maxHashtags: 1 }],
		['a listed server but for one account', { onlyAccounts: [HOST], blockAccounts: [ADA] }],
		['a listed server but for its subdomains', { onlyAccounts: [HOST], blockAccounts: [BELOW] }],
		['a listed server beside another that is blocked', { onlyAccounts: [HOST], blockAccounts: [OTHER] }],
		['listed subdomains but for their domain', { onlyAccounts: [BELOW], blockAccounts: [HOST] }],
		['a domain whose name ends like a blocked one', { onlyAccounts: [OTHER], blockAccounts: [BELOW] }],
		['the own server and an account of it', { origin: 'local', onlyAccounts: [ADA, LOCAL] }],
		['the own server and subdomains', { origin: 'local', onlyAccounts: [BELOW] }],
		['other servers and their accounts', { origin: 'remote', onlyAccounts: [ADA] }],
		['members of a second', { newMembersWithin: 1000 }],
		['pauses of just six hours', { boostInterval: 2 * HOUR, maxBoosts: 4 }],
		['any pause where there is one boost', { boostInterval: 300 * 24 * HOUR, maxBoosts: 1 }],
	])('takes %s', (_, changes) => {
		expect(() => checkOptions(makeOptions(changes))).not.toThrow();
	});
});
