import { describe, expect, it } from '@jest/globals';
import { AuthorMemory } from '../../../core/boost/author-memory';
import type { Judge } from '../../../core/boost/eligibility';
import { matchedHashtags, skipReason } from '../../../core/boost/eligibility';
import type { Options } from '../../../core/boost/options';
import type { Account } from '../../../core/mastodon/account';
import type { Status } from '../../../core/mastodon/status';
import { NOON } from '../../fakes/fake-clock.mts';
import { makeOptions } from '../../fakes/make-run.mts';
import { makeAccount, makeStatus } from '../../fakes/make-status.mts';

const HOUR = 3_600_000;
const ME = makeAccount({ id: '1', acct: 'me' });

function judge(status: Partial<Status>, options: Partial<Options> = {}, changes: Partial<Judge> = {}) {
	return skipReason(makeStatus(status), {
		options: makeOptions(options),
		me: ME,
		now: NOON,
		oldest: NOON - makeOptions(options).maxAge,
		authors: new AuthorMemory('salt'),
		isBoosted: ({ reblogged }) => reblogged === true,
		...changes,
	});
}
const by = (account: Partial<Account>): Partial<Status> => ({ account: makeAccount(account) });
const named = (host: string) => [{ kind: 'host', host }] as const;

describe('skipReason', () => {
	it('lets a plain post pass', () => {
		expect(judge({})).toBeUndefined();
	});

	it.each<[string, Partial<Status>, Partial<Options>]>([
		['is-boost', { reblog: makeStatus() }, {}],
		['not-public', { visibility: 'unlisted' }, {}],
		['not-public', { visibility: 'private' }, {}],
		['not-public', { visibility: 'direct' }, {}],
		['not-public', { visibility: 'unknown' }, {}],
		['hashtag-missing', { hashtags: ['catsofmastodon'] }, {}],
		['hashtag-missing', { hashtags: [] }, {}],
		['hashtag-missing', { hashtags: ['cats'] }, { match: 'all', hashtags: ['cats', 'dogs'] }],
		['already-boosted', { reblogged: true }, {}],
		['too-old', { createdAt: NOON - HOUR - 1 }, { maxAge: HOUR }],
		['own', { account: ME }, {}],
		['author-suspended', by({ suspended: true }), {}],
		['author-limited', by({ limited: true }), {}],
		['author-moved', by({ moved: true }), {}],
		['muted', { muted: true }, {}],
		['filtered', { hiddenByFilter: true }, {}],
		['blocked', {}, { blockAccounts: named('remote.example') }],
		['not-listed', {}, { onlyAccounts: named('other.example') }],
		['opted-out', by({ note: '#nobot' }), {}],
		['not-opted-in', by({ indexable: undefined }), { consent: 'opt-in' }],
		['bot', by({ bot: true }), {}],
		['reply', { isReply: true }, {}],
		['sensitive', { sensitive: true }, {}],
		['excluded-hashtag', { hashtags: ['cats', 'Adverts'] }, { excludeHashtags: ['adverts'] }],
		['too-many-hashtags', { hashtags: ['cats', 'a', 'b'] }, { maxHashtags: 2 }],
		['wrong-origin', {}, { origin: 'local' }],
		['wrong-origin', by({ acct: 'ada' }), { origin: 'remote' }],
		['wrong-origin', by({ acct: 'ada@here.example' }), { origin: 'remote' }],
		['no-media', {}, { onlyMedia: true }],
		['language', { language: 'de' }, { languages: ['en', 'fr'] }],
		['language', { language: undefined }, { languages: ['en'] }],
		['not-new-member', by({ createdAt: NOON - HOUR }), { newMembersWithin: HOUR }],
		['not-new-member', by({ createdAt: undefined }), { newMembersWithin: HOUR }],
		['profile-mismatch', {}, { profileMatches: ['Senegal', 'Dakar'] }],
	])('says %s', (reason, status, options) => {
		expect(judge(status, options)).toBe(reason);
	});

	it.each<[string, Partial<Status>, Partial<Options>]>([
		['a post with one of the hashtags', { hashtags: ['x', 'DOGS'] }, { hashtags: ['cats', 'dogs'] }],
		[
			'a post with all hashtags',
			{ hashtags: ['dogs', 'cats'] },
			{ match: 'all', hashtags: ['cats', 'dogs'] },
		],
		['a hashtag without its accents', { hashtags: ['senegal'] }, { hashtags: ['sénégal'] }],
		['a post of just that age', { createdAt: NOON - HOUR }, { maxAge: HOUR }],
		['a post that the server does not tell about', { reblogged: undefined }, {}],
		['an own post', { account: ME }, { includeOwn: true }],
		[
			'an own post of a bot that says #nobot',
			{ account: { ...ME, bot: true, note: '#nobot' } },
			{ includeOwn: true },
		],
		['another server than the blocked one', {}, { blockAccounts: named('other.example') }],
		['a listed account', {}, { onlyAccounts: named('remote.example') }],
		['a refusal', by({ note: '#nobot' }), { consent: 'none' }],
		['an agreement', {}, { consent: 'opt-in' }],
		['a bot', by({ bot: true }), { includeBots: true }],
		['a reply', { isReply: true }, { includeReplies: true }],
		['a sensitive post', { sensitive: true }, { includeSensitive: true }],
		['as many hashtags as may be', { hashtags: ['cats', 'a'] }, { maxHashtags: 2 }],
		['hashtags without a limit', { hashtags: ['cats', ...'abcdefgh'] }, { maxHashtags: 0 }],
		['a local post', by({ acct: 'ada' }), { origin: 'local' }],
		['a local post of snac', by({ acct: 'ada@here.example' }), { origin: 'local' }],
		['a remote post', {}, { origin: 'remote' }],
		['a picture', { mediaCount: 1 }, { onlyMedia: true }],
		['a language of a country', { language: 'pt-br' }, { languages: ['pt'] }],
		['no language', { language: undefined }, {}],
		['a new member', by({ createdAt: NOON - HOUR + 1 }), { newMembersWithin: HOUR }],
		['a word of the profile', by({ note: 'Dakar, Sénégal' }), { profileMatches: ['x', 'SENEGAL'] }],
	])('lets pass %s', (_, status, options) => {
		expect(judge(status, options)).toBeUndefined();
	});

	const MIDNIGHT = Date.parse('2026-03-09T00:00:00Z');
	it.each([
		['yesterday, in 12 hours', MIDNIGHT, 12 * HOUR, 'not-new-member'],
		['yesterday, in a little more than 12 hours', MIDNIGHT, 12 * HOUR + 1, undefined],
		['yesterday, in a day', MIDNIGHT, 24 * HOUR, undefined],
		['the day before yesterday, in a day', MIDNIGHT - 24 * HOUR, 24 * HOUR, 'not-new-member'],
		['yesterday at a known time, in a day', MIDNIGHT + 1, 24 * HOUR, 'not-new-member'],
		['today', MIDNIGHT + 24 * HOUR, HOUR, undefined],
	])('counts the whole day of a member of %s', (_, createdAt, newMembersWithin, reason) => {
		expect(judge(by({ createdAt }), { newMembersWithin })).toBe(reason);
	});

	it('asks what is known of own boosts', () => {
		const isBoosted = ({ uri }: Status) => uri === makeStatus().uri;
		expect(judge({}, {}, { isBoosted })).toBe('already-boosted');
	});

	it('boosts an author once for ever where it is told so', () => {
		const authors = new AuthorMemory('salt');
		authors.add('ada@remote.example', NOON - 1_000 * 24 * HOUR, true);
		expect(judge({}, { firstPostOnly: true }, { authors })).toBe('not-first-post');
		expect(judge({}, { firstPostOnly: false }, { authors })).toBeUndefined();
		expect(judge(by({ acct: 'bob@remote.example' }), { firstPostOnly: true }, { authors })).toBeUndefined();
	});

	it('gives the first reason where there are several', () => {
		expect(judge({ visibility: 'private', reblogged: true, isReply: true })).toBe('not-public');
	});
});

describe('matchedHashtags', () => {
	it('names the hashtags as they were asked for', () => {
		const options = makeOptions({ hashtags: ['sénégal', 'cats', 'dogs'] });
		expect(matchedHashtags(makeStatus({ hashtags: ['Cats', 'Senegal'] }), options)).toEqual([
			'sénégal',
			'cats',
		]);
	});
});
