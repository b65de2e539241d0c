import { describe, expect, it } from '@jest/globals';
import { collect } from '../../../core/boost/collect';
import type { BoostState } from '../../../core/boost/state';
import { newState } from '../../../core/boost/state';
import { ServerUnreachableError } from '../../../core/mastodon/api-errors';
import { FakeClock, NOON } from '../../fakes/fake-clock.mts';
import { FakeTimeline } from '../../fakes/fake-timeline.mts';
import { makeRun, OWNER } from '../../fakes/make-run.mts';
import { makeAccount, makeStatus } from '../../fakes/make-status.mts';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;
const QUARTER = 15 * MINUTE;
const ago = (minutes: number) => NOON - minutes * MINUTE;
const post = (id: string, minutes: number, acct = 'ada@remote.example') =>
	makeStatus({ id, createdAt: ago(minutes), account: makeAccount({ acct }) });
/** One post a quarter of an hour, each by another author. */
const posts = (count: number) =>
	Array.from({ length: count }, (_, index) => post(`p${index}`, (index + 1) * 15, `u${index}`));
const down = new ServerUnreachableError('here.example', 'no answer');
const failingAt = (page: number) => ({ failsAt: page, failure: down });
const idsOf = ({ queue }: BoostState) => queue.map(({ id }) => id);

describe('a gap', () => {
	it.each(['sharkey', 'akkoma'])('is left by a failure on %s, and read by the next run', async (software) => {
		const clock = new FakeClock();
		const state = newState(OWNER, 'salt', NOON);
		const failing = new FakeTimeline(posts(60), failingAt(2));
		await collect(makeRun(failing.client, { software, state, clock }));
		expect(state.gaps).toEqual([{ hashtags: ['cats'], before: 'p39', since: NOON - DAY, tip: [] }]);
		clock.advance(QUARTER);
		const timeline = new FakeTimeline(posts(60));
		await collect(makeRun(timeline.client, { software, state, clock }));
		expect(idsOf(state).sort()).toEqual(
			posts(60)
				.map(({ id }) => id)
				.sort(),
		);
		expect(timeline.cursors.slice(0, 2)).toEqual(['', '<p39']);
		expect(state.gaps).toEqual([]);
	});

	it('is read from where the last run came to, when that failed as well', async () => {
		const clock = new FakeClock();
		const state = newState(OWNER, 'salt', NOON);
		const setting = { software: 'sharkey', state, clock, options: { initialWindow: 3 * DAY } };
		await collect(makeRun(new FakeTimeline(posts(140), failingAt(2)).client, setting));
		clock.advance(QUARTER);
		const run = makeRun(new FakeTimeline(posts(140), failingAt(3)).client, setting);
		const { unread } = await collect(run);
		expect(unread).toEqual(['older posts of #cats']);
		expect(run.warnings).toEqual([`Reading older posts of #cats failed: ${down.message}`]);
		expect(state.gaps).toEqual([{ hashtags: ['cats'], before: 'p79', since: NOON - 3 * DAY, tip: [] }]);
	});

	it('is not left where nothing at all could be read', async () => {
		const run = makeRun(new FakeTimeline(posts(3), failingAt(1)).client, { software: 'akkoma' });
		await collect(run);
		expect(run.state.gaps).toEqual([]);
		expect(run.state.tags.get('cats')?.cursor).toBe(NOON - DAY);
	});

	it('is closed where all of it has become older than max-age', async () => {
		const state = newState(OWNER, 'salt', NOON);
		state.gaps = [{ hashtags: ['cats'], before: 'p0', since: NOON - 30 * DAY, tip: [] }];
		const old = [post('p0', 10 * 24 * 60), post('p1', 11 * 24 * 60)];
		const timeline = new FakeTimeline(old);
		await collect(makeRun(timeline.client, { software: 'sharkey', state }));
		expect([idsOf(state), state.gaps]).toEqual([[], []]);
	});

	it('is kept for the hashtags that are left when one is removed', async () => {
		const state = newState(OWNER, 'salt', NOON);
		for (const name of ['cats', 'dogs']) {
			state.tags.set(name, { cursor: ago(5), floor: ago(1440), known: true });
		}
		state.gaps = [{ hashtags: ['cats', 'dogs'], before: 'b', since: ago(1440), tip: [] }];
		const timeline = new FakeTimeline([post('b', 300), post('c', 301)]);
		await collect(makeRun(timeline.client, { state, software: 'akkoma' }));
		expect(idsOf(state)).toContain('c');
		expect(state.gaps).toEqual([]);
	});

	it('of several hashtags is read for each of them where they cannot be asked for together any more', async () => {
		const state = newState(OWNER, 'salt', NOON);
		const hashtags = ['cats', 'dogs'];
		for (const name of hashtags) {
			state.tags.set(name, { cursor: ago(5), floor: ago(1440), known: true });
		}
		state.server = { software: 'akkoma', version: '3.16.0', checkedAt: NOON, packs: false };
		state.gaps = [{ hashtags, before: 'b', since: ago(1440), tip: [] }];
		const timeline = new FakeTimeline([post('b', 300), post('c', 301)]);
		await collect(makeRun(timeline.client, { state, software: 'akkoma', options: { hashtags } }));
		const below = timeline.asked.filter(({ from }) => from && 'maxId' in from && from.maxId === 'b');
		expect(below.map(({ hashtag, others = [] }) => [hashtag, ...others])).toEqual([['cats'], ['dogs']]);
		expect(idsOf(state)).toContain('c');
		expect(state.gaps).toEqual([]);
	});

	it('goes with the last of its hashtags', async () => {
		const state = newState(OWNER, 'salt', NOON);
		state.gaps = [{ hashtags: ['dogs'], before: 'b', since: ago(1440), tip: [] }];
		const timeline = new FakeTimeline([]);
		await collect(makeRun(timeline.client, { state, software: 'akkoma' }));
		expect(state.gaps).toEqual([]);
		expect(timeline.asked.map(({ hashtag }) => hashtag)).toEqual(['cats']);
	});

	it('is not recorded again in every run of a server that fails at every second page', async () => {
		const clock = new FakeClock();
		const state = newState(OWNER, 'salt', NOON);
		for (let count = 0; count < 50; count++) {
			const timeline = new FakeTimeline(posts(60), failingAt(2));
			await collect(makeRun(timeline.client, { state, clock, software: 'akkoma' }));
			clock.advance(QUARTER);
		}
		expect(state.gaps.length).toBeLessThan(5);
	});
});
