import { expect } from '@jest/globals';
import type { Account } from '../../core/mastodon/account';
import type { Status } from '../../core/mastodon/status';

const ID = /^[\w~:-][\w.~:-]{0,199}$/;

/** A time that can be calculated with and written down. */
export function expectTime(time: number): void {
	expect(typeof new Date(time).toISOString()).toBe('string');
}

export function expectSaneAccount(account: Account): void {
	expect(account.id).toMatch(ID);
	expect(account.acct.length).toBeGreaterThan(0);
	if (account.createdAt !== undefined) expectTime(account.createdAt);
	for (const text of [account.displayName, account.note, ...account.fields.flatMap(Object.values)]) {
		expect(typeof text).toBe('string');
	}
}

export function expectSaneStatus(status: Status): void {
	expect(status.id).toMatch(ID);
	expect(encodeURIComponent(status.id)).not.toMatch(/^\.{1,2}$|[/\\]/);
	expectTime(status.createdAt);
	for (const count of [status.favouritesCount, status.reblogsCount, status.mediaCount]) {
		expect(Number.isInteger(count) && count >= 0).toBe(true);
	}
	for (const hashtag of status.hashtags) expect(typeof hashtag).toBe('string');
	expectSaneAccount(status.account);
	if (status.reblog) expectSaneStatus(status.reblog);
}
