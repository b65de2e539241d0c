import { describe, expect, it } from '@jest/globals';
import { collect } from '../../../core/boost/collect';
import { newState } from '../../../core/boost/state';
import { idAt } from '../../../core/mastodon/id-time';
import type { IdKind } from '../../../core/mastodon/id-time';
import { UnexpectedAnswerError } from '../../../core/mastodon/api-errors';
import { MastodonClient } from '../../../core/mastodon/client';
import { FakeClock, NOON } from '../../fakes/fake-clock.mts';
import { FakeTimeline } from '../../fakes/fake-timeline.mts';
import { makeRun, OWNER } from '../../fakes/make-run.mts';
import { makeStatus } from '../../fakes/make-status.mts';
import { ok, respond, ScriptedHttp } from '../../fakes/scripted-http.mts';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;
const postAt = (createdAt: number, kind: IdKind = 'snowflake', hashtags = ['cats']) =>
	makeStatus({ id: idAt(kind, createdAt)!, createdAt, hashtags });
const stateAt = (cursor: number, known = true) => {
	const state = newState(OWNER, 'salt', NOON - DAY);
	state.tags.set('cats', { cursor, floor: cursor - HOUR, known });
	return state;
};

describe('a cursor', () => {
	it('is not carried into the future by a post that says it comes from there', async () => {
		const clock = new FakeClock();
		const state = newState(OWNER, 'salt', NOON);
		const future = postAt(NOON + 4 * 365 * DAY, 'ulid');
		const timeline = new FakeTimeline([future]);
		await collect(makeRun(timeline.client, { software: 'gotosocial', state, clock }));
		expect(state.tags.get('cats')?.cursor).toBe(NOON);
		clock.advance(HOUR);
		const fresh = postAt(NOON + HOUR / 2, 'ulid');
		timeline.posts = [future, fresh];
		await collect(makeRun(timeline.client, { software: 'gotosocial', state, clock }));
		expect(state.queue.map(({ id }) => id)).toContain(fresh.id);
	});

	it('that lies in the future is corrected, with a word about it', async () => {
		const state = stateAt(NOON + DAY);
		const run = makeRun(new FakeTimeline([postAt(NOON - MINUTE)]).client, { state });
		await collect(run);
		expect(state.queue).toHaveLength(1);
		expect(state.tags.get('cats')?.cursor).toBe(NOON);
		expect(run.warnings).toEqual([
			'The state says that #cats was read up to a time to come: it is read as in a first run.',
		]);
	});

	it.each([
		[MINUTE, 0],
		[MINUTE + 1, 1],
	])('may lie %d ms ahead with %d warnings', async (ahead, warnings) => {
		const run = makeRun(new FakeTimeline([]).client, { state: stateAt(NOON + ahead) });
		await collect(run);
		expect(run.warnings).toHaveLength(warnings);
	});

	it('is not thrown away where this machine is late', async () => {
		const state = stateAt(NOON);
		const run = makeRun(new FakeTimeline([]).client, { state, startedAt: NOON - HOUR, latestNow: NOON });
		await collect(run);
		expect(run.warnings).toEqual([]);
		expect(state.tags.get('cats')?.cursor).toBe(NOON);
	});

	it('moves to the earlier one of both clocks', async () => {
		const state = stateAt(NOON - 3 * HOUR);
		const timeline = new FakeTimeline([postAt(NOON - 2 * HOUR)]);
		await collect(makeRun(timeline.client, { state, startedAt: NOON - HOUR, latestNow: NOON }));
		expect(state.tags.get('cats')?.cursor).toBe(NOON - HOUR);
	});

	it('moves once a day where nothing is found', async () => {
		const state = stateAt(NOON - DAY);
		const clock = new FakeClock();
		await collect(makeRun(new FakeTimeline([]).client, { state, clock }));
		expect(state.tags.get('cats')?.cursor).toBe(NOON - DAY);
		clock.advance(1);
		await collect(makeRun(new FakeTimeline([]).client, { state, clock }));
		expect(state.tags.get('cats')?.cursor).toBe(NOON + 1);
	});

	it('of an old hashtag is heeded when a new one is read along with it', async () => {
		const state = stateAt(NOON - 5 * MINUTE);
		state.server = { software: 'mastodon', version: '4.5.0', checkedAt: NOON, packs: true };
		const [judged, fresh] = [postAt(NOON - 10 * HOUR), postAt(NOON - 11 * HOUR, 'snowflake', ['dogs'])];
		const timeline = new FakeTimeline([judged, fresh]);
		await collect(makeRun(timeline.client, { state, options: { hashtags: ['cats', 'dogs'] } }));
		expect(state.queue.map(({ id }) => id)).toEqual([fresh.id]);
	});

	it('stays where a server denies a hashtag that it knew, with a word about it', async () => {
		const http = new ScriptedHttp(respond(404));
		const client = new MastodonClient(http, 'here.example', () => undefined);
		const run = makeRun(client, { state: stateAt(NOON - 2 * DAY) });
		const { failure } = await collect(run);
		expect(failure).toBeInstanceOf(UnexpectedAnswerError);
		expect(run.state.tags.get('cats')?.cursor).toBe(NOON - 2 * DAY);
		expect(run.warnings).toEqual([`Reading #cats failed: ${failure?.message}`]);
	});

	it('moves where a server does not know a hashtag yet', async () => {
		const http = new ScriptedHttp(respond(404));
		const client = new MastodonClient(http, 'here.example', () => undefined);
		const run = makeRun(client, { state: stateAt(NOON - 2 * DAY, false) });
		await expect(collect(run)).resolves.toMatchObject({ unread: [], failure: undefined });
		expect(run.state.tags.get('cats')?.cursor).toBe(NOON);
	});

	it('moves where the timeline of a known hashtag is empty', async () => {
		const client = new MastodonClient(new ScriptedHttp(ok([])), 'here.example', () => undefined);
		const run = makeRun(client, { state: stateAt(NOON - 2 * DAY) });
		await collect(run);
		expect(run.state.tags.get('cats')?.cursor).toBe(NOON);
	});

	it.each([
		[true, 'remembers'],
		[false, 'forgets'],
	])('%s: where a gap is left, it %s what was decided in it', async (hasGap) => {
		const state = stateAt(NOON - HOUR);
		const decided = postAt(NOON - 5 * HOUR);
		state.seen.add(decided.uri, decided.createdAt);
		const before = idAt('snowflake', NOON - 4 * HOUR)!;
		// Nothing of it can be read now: the server fails there.
		if (hasGap) state.gaps = [{ hashtags: ['cats'], before, since: NOON - 6 * HOUR, tip: [] }];
		const timeline = new FakeTimeline([postAt(NOON - MINUTE), decided], {
			failsAt: 3,
			failure: new UnexpectedAnswerError('here.example', 'GET /', 'odd'),
		});
		await collect(makeRun(timeline.client, { software: 'sharkey', state }));
		expect(state.seen.has(decided.uri)).toBe(hasGap);
	});
});
