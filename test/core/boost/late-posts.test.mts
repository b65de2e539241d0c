import { describe, expect, it } from '@jest/globals';
import { collect } from '../../../core/boost/collect';
import { newState } from '../../../core/boost/state';
import { ServerUnreachableError } from '../../../core/mastodon/api-errors';
import type { Status } from '../../../core/mastodon/status';
import { FakeClock, NOON } from '../../fakes/fake-clock.mts';
import { FakeTimeline } from '../../fakes/fake-timeline.mts';
import { makeRun, OWNER } from '../../fakes/make-run.mts';
import { makeAccount, makeStatus } from '../../fakes/make-status.mts';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const post = (id: string, createdAt: number) =>
	makeStatus({ id, createdAt, account: makeAccount({ acct: `by-${id}` }) });
const several = (count: number, name: string, at: (index: number) => number) =>
	Array.from({ length: count }, (_, index) => post(`${name}${index}`, at(index)));
const old = several(12, 'old', (index) => NOON - (5 + index) * HOUR);
const late = (count: number) => several(count, 'late', (index) => NOON - 3 * HOUR - index * 1000);

/** What a run five minutes ago left that saw these posts, the newest first. */
function stateAfter(seen: readonly Status[]) {
	const state = newState(OWNER, 'salt', NOON - 24 * HOUR);
	state.tags.set('cats', { cursor: NOON - 5 * MINUTE, floor: NOON - 24 * HOUR, known: true });
	for (const { uri, createdAt } of seen) state.seen.add(uri, createdAt);
	state.tips.set(
		'cats',
		seen.slice(0, 10).map(({ uri }) => state.seen.printOf(uri)),
	);
	return state;
}

describe('posts that come late to a server that orders by arrival', () => {
	it('are found above recent ones that were seen', async () => {
		const recent = several(12, 'recent', (index) => NOON - (10 + index) * MINUTE);
		const state = stateAfter(recent);
		const timeline = new FakeTimeline([...late(1), ...recent, ...old]);
		await collect(makeRun(timeline.client, { software: 'akkoma', state }));
		expect(state.queue.map(({ id }) => id)).toEqual(['late0']);
	});

	it('are found where they fill the whole first page', async () => {
		const state = stateAfter(old);
		const timeline = new FakeTimeline([...late(40), ...old]);
		await collect(makeRun(timeline.client, { software: 'akkoma', state }));
		expect(state.queue).toHaveLength(40);
		expect(timeline.cursors.slice(0, 2)).toEqual(['', '<late39']);
	});

	it('do not hide what came before them where the timeline was empty', async () => {
		const clock = new FakeClock();
		const state = newState(OWNER, 'salt', NOON);
		const setting = { software: 'akkoma', state, clock, options: { initialWindow: HOUR } };
		await collect(makeRun(new FakeTimeline([]).client, setting));
		clock.advance(15 * MINUTE);
		const timeline = new FakeTimeline([...late(40), post('new', NOON + MINUTE)]);
		await collect(makeRun(timeline.client, setting));
		expect(state.queue.map(({ id }) => id)).toContain('new');
		clock.advance(15 * MINUTE);
		timeline.asked.length = 0;
		await collect(makeRun(timeline.client, setting));
		expect(timeline.asked).toHaveLength(1);
	});

	it('are found by the next run where this one failed before it could tell', async () => {
		const clock = new FakeClock();
		const state = stateAfter(old);
		const posts = [...late(40), ...old];
		const failure = new ServerUnreachableError('here.example', 'no answer');
		const failing = new FakeTimeline(posts, { failsAt: 2, failure });
		await collect(makeRun(failing.client, { software: 'akkoma', state, clock }));
		expect(state.queue).toEqual([]);
		clock.advance(15 * MINUTE);
		await collect(makeRun(new FakeTimeline(posts).client, { software: 'akkoma', state, clock }));
		expect(state.queue).toHaveLength(40);
	});

	it('are found in a gap by what was known when it was left', async () => {
		const clock = new FakeClock();
		const state = stateAfter(old);
		const posts = [post('new', NOON - MINUTE), ...late(39), ...old];
		const failure = new ServerUnreachableError('here.example', 'no answer');
		const failing = new FakeTimeline(posts, { failsAt: 2, failure });
		await collect(makeRun(failing.client, { software: 'akkoma', state, clock }));
		expect(state.gaps).toMatchObject([{ before: 'new', tip: { length: 10 } }]);
		clock.advance(15 * MINUTE);
		await collect(makeRun(new FakeTimeline(posts).client, { software: 'akkoma', state, clock }));
		expect(state.queue).toHaveLength(40);
		expect(state.gaps).toEqual([]);
	});

	it('are judged once', async () => {
		const clock = new FakeClock();
		const state = stateAfter(old);
		const timeline = new FakeTimeline([...late(3), ...old]);
		const first = makeRun(timeline.client, { software: 'akkoma', state, clock });
		await collect(first);
		state.queue = [];
		clock.advance(15 * MINUTE);
		await collect(makeRun(timeline.client, { software: 'akkoma', state, clock }));
		expect(state.queue).toEqual([]);
	});

	it('leave the knowledge of another stream that could not be read as it was', async () => {
		const state = stateAfter(old);
		state.tags.set('dogs', { cursor: NOON - 5 * MINUTE, floor: NOON - 24 * HOUR, known: true });
		state.tips.set('dogs', ['AAAAAAAA']);
		const failure = new ServerUnreachableError('here.example', 'no answer');
		const timeline = new FakeTimeline(old, { failsAt: 2, failure });
		const options = { hashtags: ['cats', 'dogs'] };
		await collect(makeRun(timeline.client, { software: 'pixelfed', state, options }));
		expect(state.tips.get('dogs')).toEqual(['AAAAAAAA']);
	});

	it('need no knowledge of a hashtag that nobody asks for any more', async () => {
		const state = stateAfter(old);
		state.tips.set('dogs', ['AAAAAAAA']);
		await collect(makeRun(new FakeTimeline(old).client, { software: 'pixelfed', state }));
		expect([...state.tips.keys()]).toEqual(['cats']);
	});

	it('are found when several hashtags are read together for the first time', async () => {
		const state = stateAfter(old);
		state.server = { software: 'akkoma', version: '3.16.0', checkedAt: NOON, packs: true };
		state.tags.set('dogs', { cursor: NOON - 5 * MINUTE, floor: NOON - 24 * HOUR, known: true });
		const timeline = new FakeTimeline([...late(1), ...old]);
		const options = { hashtags: ['cats', 'dogs'] };
		await collect(makeRun(timeline.client, { software: 'akkoma', state, options }));
		expect(timeline.asked[0]?.others).toEqual(['dogs']);
		expect(state.queue.map(({ id }) => id)).toEqual(['late0']);
	});

	it('are told from old ones when hashtags that were read together are read alone again', async () => {
		const clock = new FakeClock();
		const state = stateAfter(old);
		const server = { software: 'akkoma', version: '3.16.0', checkedAt: NOON };
		const setting = { software: 'akkoma', state, clock, options: { hashtags: ['cats', 'dogs'] } };
		const timeline = new FakeTimeline(old);
		state.server = { ...server, packs: true };
		for (let hour = 0; hour < 20; hour++) {
			clock.advance(HOUR);
			timeline.posts = [post(`hour${hour}`, clock.now() - 1000), ...timeline.posts];
			await collect(makeRun(timeline.client, setting));
		}
		state.queue = [];
		state.server = { ...server, packs: false };
		clock.advance(HOUR);
		await collect(makeRun(timeline.client, setting));
		expect(state.queue).toEqual([]);
	});
});
