import { describe, expect, it } from '@jest/globals';
import { collect } from '../../../core/boost/collect';
import { encodeState } from '../../../core/boost/state-codec';
import { ServerUnreachableError } from '../../../core/mastodon/api-errors';
import { FakeClock, NOON } from '../../fakes/fake-clock.mts';
import { FakeTimeline } from '../../fakes/fake-timeline.mts';
import { makeRun } from '../../fakes/make-run.mts';
import { makeAccount, makeStatus } from '../../fakes/make-status.mts';

const HOUR = 3_600_000;
const DAY = 24 * HOUR;
type Setting = NonNullable<Parameters<typeof makeRun>[1]>;

describe('a held post', () => {
	it('is decided when its time has come', async () => {
		const clock = new FakeClock();
		const timeline = new FakeTimeline([makeStatus({ createdAt: NOON - HOUR })]);
		const options = { minAge: 2 * HOUR };
		const { state, decisions } = await collected(timeline, { clock, options });
		expect(decisions.map(({ reason }) => reason)).toEqual(['too-young']);
		clock.advance(HOUR);
		await collected(timeline, { clock, options, state });
		expect([state.held, state.queue.length]).toEqual([[], 1]);
	});

	it('is held once, whatever the timeline shows again', async () => {
		const post = makeStatus({ createdAt: NOON - 10 * HOUR });
		const setting = { options: { minFavourites: 3 }, software: 'sharkey' };
		const first = makeRun(new FakeTimeline([post]).client, setting);
		first.state.held.push({ id: post.id, createdAt: post.createdAt });
		await collect(first);
		expect(first.state.held).toHaveLength(1);
		expect(first.decisions).toHaveLength(1);
	});

	it('that says it comes from the future counts from when it was found', async () => {
		const timeline = new FakeTimeline([makeStatus({ createdAt: NOON + 4 * 365 * DAY })]);
		const { state } = await collected(timeline, { options: { minAge: HOUR } });
		expect(state.held).toEqual([{ id: '100', createdAt: NOON }]);
	});

	it('keeps its place in the line while the server is down', async () => {
		const failure = new ServerUnreachableError('here.example', 'no answer');
		const { client } = new FakeTimeline([]);
		const run = makeRun({ ...client, statuses: () => Promise.reject(failure) } as never);
		run.state.held.push({ id: '1', createdAt: NOON - HOUR });
		await expect(collect(run)).resolves.toMatchObject({ unread: ['the posts that are held'] });
		expect(run.state.held).toHaveLength(1);
	});
});

describe('held posts that come of age together', () => {
	it('do not grow the queue beyond its room, and none is lost', async () => {
		const posts = Array.from({ length: 400 }, (_, index) =>
			makeStatus({
				id: String(index),
				uri: `https://remote.example/users/a-long-name/statuses/${index}/${'x'.repeat(60)}`,
				createdAt: NOON - 2 * HOUR,
				account: makeAccount({ acct: `author${index}@remote.example` }),
			}),
		);
		const options = { minAge: HOUR };
		const client = {
			...new FakeTimeline(posts).client,
			tagTimeline: new FakeTimeline([]).client.tagTimeline,
		};
		const run = makeRun(client as never, { options });
		const { state } = run;
		for (const { id, uri, createdAt } of posts) {
			state.held.push({ id, createdAt });
			state.seen.add(uri, createdAt);
		}
		const queued: string[] = [];
		const first = await collect(run);
		expect(first.unread).toContain('the posts that are held');
		for (let turn = 0; turn < 10; turn++) {
			expect(encodeState(state).length).toBeLessThan(64_000);
			queued.push(...state.queue.map(({ id }) => id));
			state.queue = [];
			await collect(run);
		}
		expect(state.held).toEqual([]);
		expect(queued.sort()).toEqual(posts.map(({ id }) => id).sort());
	});
});

async function collected(timeline: FakeTimeline, setting: Setting) {
	const run = makeRun(timeline.client, { software: 'sharkey', ...setting });
	await collect(run);
	return run;
}
