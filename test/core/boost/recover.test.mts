import { describe, expect, it } from '@jest/globals';
import { recover } from '../../../core/boost/recover';
import type { MastodonClient } from '../../../core/mastodon/client';
import type { Status } from '../../../core/mastodon/status';
import { NOON } from '../../fakes/fake-clock.mts';
import { makeRun } from '../../fakes/make-run.mts';
import { makeAccount, makeStatus } from '../../fakes/make-status.mts';

const HOUR = 3_600_000;
const DAY = 24 * HOUR;
type Setting = NonNullable<Parameters<typeof makeRun>[1]>;

/** A boost, `boosted` hours ago, of a post that was written `written` hours ago. */
const boost = (id: string, boosted: number, written: number, post: Partial<Status> = {}) =>
	makeStatus({
		id,
		createdAt: NOON - boosted * HOUR,
		reblog: makeStatus({ id: `of-${id}`, createdAt: NOON - written * HOUR, ...post }),
	});

async function recovered(pages: Array<readonly Status[]>, setting: Setting = {}) {
	const asked: Array<string | undefined> = [];
	const client: Pick<MastodonClient, 'accountStatuses'> = {
		async accountStatuses(_, maxId) {
			asked.push(maxId);
			return pages[asked.length - 1] ?? [];
		},
	};
	const run = makeRun(client as MastodonClient, setting);
	return { run, asked, found: await recover(run), tags: [...run.state.tags] };
}

describe('recover', () => {
	it('finds nothing where the account boosted nothing', async () => {
		const { found, tags } = await recovered([[makeStatus({ id: '5' })]]);
		expect([found, tags]).toEqual([false, []]);
	});

	it('finds nothing in boosts of other hashtags', async () => {
		const others = ['9', '8', '7'].map((id) => boost(id, 1, 2, { hashtags: ['dogs'] }));
		const { found, tags, run } = await recovered([others]);
		expect([found, tags]).toEqual([false, []]);
		expect(run.state.authors.boostsInDay('ada@remote.example', NOON)).toBe(0);
	});

	it('starts at the oldest post of the latest three boosts', async () => {
		const boosts = [boost('9', 1, 30), boost('8', 2, 50), boost('7', 3, 40), boost('6', 4, 90)];
		const { found, tags } = await recovered([boosts]);
		const start = NOON - 50 * HOUR;
		expect(found).toBe(true);
		expect(tags).toEqual([['cats', { cursor: start, floor: start, known: false }]]);
	});

	it('starts where a first run does where fewer were boosted: a person may have done it', async () => {
		const { found, tags } = await recovered([[boost('9', 1, 100), boost('8', 2, 101)]]);
		expect([found, tags]).toEqual([true, []]);
	});

	it('never starts later than a first run would', async () => {
		const { tags } = await recovered([['9', '8', '7'].map((id) => boost(id, 1, 2))]);
		expect(tags[0]?.[1].cursor).toBe(NOON - DAY);
	});

	it('never starts before max-age', async () => {
		const { tags } = await recovered([['9', '8', '7'].map((id) => boost(id, 1, 999))]);
		expect(tags[0]?.[1].cursor).toBe(NOON - 7 * DAY);
	});

	it('starts for every hashtag that is a timeline of its own', async () => {
		const boosts = ['9', '8', '7'].map((id) => boost(id, 1, 50, { hashtags: ['Senegal'] }));
		const options = { hashtags: ['sénégal', 'senegal', 'dakar'] };
		const { tags } = await recovered([boosts], { options });
		expect(tags.map(([name]) => name)).toEqual(['sénégal', 'dakar']);
	});

	it('remembers whom the account boosted in the last 24 hours', async () => {
		const { run } = await recovered([[boost('9', 1, 2), boost('8', 23, 50), boost('7', 25, 50)]]);
		expect(run.state.authors.boostsInDay('ada@remote.example', NOON)).toBe(2);
		expect(run.state.authors.wasEverBoosted('ada@remote.example')).toBe(false);
	});

	it('remembers for good whom the account boosted, where that counts', async () => {
		const bob = { account: makeAccount({ acct: 'bob@remote.example' }) };
		const pages = [[boost('9', 1, 2)], [boost('8', 24 * 300, 24 * 301, bob)]];
		const { run, asked } = await recovered(pages, { options: { firstPostOnly: true } });
		expect(run.state.authors.wasEverBoosted('bob@remote.example')).toBe(true);
		expect(asked).toEqual([undefined, '9', '8']);
	});

	it.each([
		['mastodon', [undefined]],
		['gotosocial', [undefined]],
		['sharkey', [undefined, '9', '8']],
	])('reads of the own boosts on %s what something depends on', async (software, requests) => {
		const pages = [
			[boost('9', 1, 2)],
			[boost('8', 48, 50)],
			[boost('7', 24 * 8, 24 * 9)],
			[boost('6', 999, 999)],
		];
		const { asked } = await recovered(pages, { software, options: { maxBoostsPerAuthor: 0 } });
		expect(asked).toEqual(requests);
	});

	it('reads a day of the own boosts where authors have a limit', async () => {
		const pages = [[boost('9', 1, 2)], [boost('8', 23, 50)], [boost('7', 25, 50)], [boost('6', 26, 50)]];
		const { run, asked } = await recovered(pages);
		expect(asked).toEqual([undefined, '9', '8']);
		expect(run.state.authors.boostsInDay('ada@remote.example', NOON)).toBe(2);
	});

	it('knows every boost that it read, so that none is made again', async () => {
		const { run } = await recovered([[boost('9', 1, 2, { uri: 'x:9', hashtags: ['dogs'] })]]);
		expect(run.ownBoosts.has('x:9')).toBe(true);
	});

	it('takes a boost that the server dates in the future for one made now', async () => {
		const { run } = await recovered([[boost('9', -24 * 365 * 5_000, 2)]]);
		expect(run.state.authors.boostsInDay('ada@remote.example', NOON)).toBe(1);
		expect(run.state.authors.boostsInDay('ada@remote.example', NOON + 25 * HOUR)).toBe(0);
	});

	it('passes on why it failed', async () => {
		const failure = new Error('no answer');
		const client = { accountStatuses: () => Promise.reject(failure) };
		await expect(recover(makeRun(client as never))).rejects.toBe(failure);
	});
});
