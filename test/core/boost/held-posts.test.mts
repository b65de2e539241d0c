import { describe, expect, it } from '@jest/globals';
import { collect } from '../../../core/boost/collect';
import { ServerUnreachableError } from '../../../core/mastodon/api-errors';
import { FakeClock, NOON } from '../../fakes/fake-clock.mts';
import { FakeTimeline } from '../../fakes/fake-timeline.mts';
import { makeRun } from '../../fakes/make-run.mts';
import { makeStatus } from '../../fakes/make-status.mts';

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

async function collected(timeline: FakeTimeline, setting: Setting) {
	const run = makeRun(timeline.client, { software: 'sharkey', ...setting });
	await collect(run);
	return run;
}
