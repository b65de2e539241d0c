import { describe, expect, it } from '@jest/globals';
import { collect } from '../../../core/boost/collect';
import { newState } from '../../../core/boost/state';
import { RateLimitReachedError } from '../../../core/http/rate-limit-reached-error';
import { ServerUnreachableError, UnexpectedAnswerError } from '../../../core/mastodon/api-errors';
import { idAt } from '../../../core/mastodon/id-time';
import { FakeClock, NOON } from '../../fakes/fake-clock.mts';
import { FakeTimeline } from '../../fakes/fake-timeline.mts';
import { makeRun, OWNER } from '../../fakes/make-run.mts';
import { makeAccount, makeStatus } from '../../fakes/make-status.mts';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const ago = (minutes: number) => NOON - minutes * MINUTE;
const idOf = (minutes: number) => idAt('snowflake', ago(minutes))!;
const post = (minutes: number, id = idOf(minutes), hashtags = ['cats']) =>
	makeStatus({
		id,
		createdAt: ago(minutes),
		hashtags,
		account: makeAccount({ acct: `author${id}@remote.example` }),
	});
const down = new ServerUnreachableError('here.example', 'no answer');

describe('collect', () => {
	it('reads the first window, queues what qualifies and moves the cursor to the beginning of the run', async () => {
		const timeline = new FakeTimeline([post(5), post(10)]);
		const run = makeRun(timeline.client);
		await expect(collect(run)).resolves.toEqual({ unread: [], rateLimit: undefined, failure: undefined });
		expect(timeline.cursors).toEqual([`>${idOf(24 * 60)}`]);
		expect(run.state.queue.map(({ id }) => id)).toEqual([idOf(10), idOf(5)]);
		expect(run.state.tags.get('cats')).toEqual({ cursor: NOON, floor: NOON - HOUR, known: true });
	});

	it('starts from now where it is told so', async () => {
		const timeline = new FakeTimeline([post(5)]);
		const run = makeRun(timeline.client, { options: { initialWindow: 0 } });
		await collect(run);
		expect(timeline.cursors).toEqual([`>${idOf(0)}`]);
		expect(run.state.queue).toEqual([]);
	});

	it('reads behind the cursor again, and finds what came late without judging the rest twice', async () => {
		const clock = new FakeClock();
		const state = newState(OWNER, 'salt', NOON);
		const timeline = new FakeTimeline([post(5)]);
		await collect(makeRun(timeline.client, { state, clock }));
		clock.advance(15 * MINUTE);
		timeline.posts = [post(5), post(30)];
		const run = makeRun(timeline.client, { state, clock });
		await collect(run);
		expect(timeline.cursors.at(-1)).toBe(`>${idOf(60)}`);
		expect(state.queue.map(({ id }) => id)).toEqual([idOf(5), idOf(30)]);
	});

	it('leaves the state as it was where nothing was found', async () => {
		const clock = new FakeClock();
		const state = newState(OWNER, 'salt', NOON);
		const timeline = new FakeTimeline([post(5)]);
		await collect(makeRun(timeline.client, { state, clock }));
		clock.advance(HOUR);
		await collect(makeRun(timeline.client, { state, clock }));
		expect(state.tags.get('cats')?.cursor).toBe(NOON);
	});

	it('goes on above the last full page after a failure', async () => {
		const clock = new FakeClock();
		const state = newState(OWNER, 'salt', NOON);
		const posts = Array.from({ length: 60 }, (_, index) => post(index + 1));
		const failing = new FakeTimeline(posts, { failsAt: 2, failure: down });
		const run = makeRun(failing.client, { state, clock });
		const { unread, failure } = await collect(run);
		expect(unread).toEqual(['#cats']);
		expect(failure).toBe(down);
		expect(state.tags.get('cats')?.cursor).toBe(ago(21));
		await collect(makeRun(new FakeTimeline(posts).client, { state, clock }));
		expect(state.queue).toHaveLength(60);
	});

	it('stops reading at a rate limit, names what is unread and moves no cursor of it', async () => {
		const limit = new RateLimitReachedError(NOON + HOUR);
		const timeline = new FakeTimeline([], { failsAt: 1, failure: limit });
		const run = makeRun(timeline.client, { options: { hashtags: ['cats', 'dogs'] }, software: 'sharkey' });
		const collected = await collect(run);
		expect(collected).toEqual({ unread: ['#cats', '#dogs'], rateLimit: limit, failure: undefined });
		expect(timeline.asked).toHaveLength(1);
		expect(run.state.tags.get('dogs')?.cursor).toBe(NOON - 24 * HOUR);
	});

	it('reads the other hashtags where one fails, and warns', async () => {
		const timeline = new FakeTimeline([post(5, 'x', ['dogs'])], { failsAt: 1, failure: down });
		const run = makeRun(timeline.client, { options: { hashtags: ['cats', 'dogs'] }, software: 'sharkey' });
		const { unread, failure } = await collect(run);
		expect([unread, failure]).toEqual([['#cats'], undefined]);
		expect(run.state.queue).toHaveLength(1);
		expect(run.warnings).toEqual([`Reading #cats failed: ${down.message}`]);
		expect(run.state.tags.get('cats')?.cursor).toBe(NOON - 24 * HOUR);
	});
});

describe('collect, on a server that is down', () => {
	const hashtags = ['cats', 'dogs', 'birds', 'fish'];
	/** Fails for these hashtags. */
	function sceneOf(failing: readonly string[], failure: Error = down) {
		const asked: string[] = [];
		const { client } = new FakeTimeline([]);
		const tagTimeline: typeof client.tagTimeline = async (query) => {
			asked.push(query.hashtag);
			if (failing.includes(query.hashtag)) throw failure;
			return client.tagTimeline(query);
		};
		const run = makeRun({ ...client, tagTimeline } as typeof client, {
			software: 'sharkey',
			options: { hashtags },
		});
		return { run, asked };
	}

	it('leaves it in peace after two timelines', async () => {
		const { run, asked } = sceneOf(hashtags);
		const { unread, failure } = await collect(run);
		expect(asked).toEqual(['cats', 'dogs']);
		expect(unread).toEqual(['#cats', '#dogs', '#birds', '#fish']);
		expect(failure).toBe(down);
		expect([...run.state.tags.values()].map(({ cursor }) => cursor)).toEqual(hashtags.map(() => ago(1440)));
	});

	it('goes on where it answers in between', async () => {
		const { run, asked } = sceneOf(['cats', 'birds']);
		const { unread } = await collect(run);
		expect(asked).toEqual(hashtags);
		expect(unread).toEqual(['#cats', '#birds']);
	});

	it('goes on where it answers, though nothing useful', async () => {
		const { run, asked } = sceneOf(hashtags, new UnexpectedAnswerError('here.example', 'GET /x', 'no JSON'));
		await collect(run);
		expect(asked).toEqual(hashtags);
	});
});
