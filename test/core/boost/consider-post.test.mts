import { describe, expect, it } from '@jest/globals';
import { considerPost, holdReason, isHoldingAll } from '../../../core/boost/consider-post';
import { NOON } from '../../fakes/fake-clock.mts';
import { makeOptions, makeRun } from '../../fakes/make-run.mts';
import { makeAccount, makeStatus } from '../../fakes/make-status.mts';

const HOUR = 3_600_000;
type Setting = NonNullable<Parameters<typeof makeRun>[1]>;
const runWith = (setting: Setting = {}) => {
	const run = makeRun({} as never, setting);
	run.state.tags.set('cats', { cursor: NOON, floor: NOON - HOUR, known: false });
	return run;
};
const post = (id: number, createdAt = NOON - HOUR) => makeStatus({ id: String(id), createdAt });

describe('considerPost', () => {
	it('queues a new post, and remembers it and its hashtag', () => {
		const run = runWith();
		expect(considerPost(run, post(1), NOON, true)).toBe(true);
		expect(run.state.queue.map(({ id }) => id)).toEqual(['1']);
		expect(run.fresh.get('1')).toEqual(post(1));
		expect(run.state.seen.has(post(1).uri)).toBe(true);
		expect(run.state.tags.get('cats')?.known).toBe(true);
	});

	it('decides a post once', () => {
		const run = runWith();
		considerPost(run, post(1), NOON, true);
		expect(considerPost(run, post(1), NOON, true)).toBe(false);
		expect(run.state.queue).toHaveLength(1);
	});

	it.each([
		['1', false],
		['2', true],
	])('passes over a boost by the account itself: by account %s, decided: %s', (id, isNew) => {
		const run = runWith();
		const boost = makeStatus({ id: '9', uri: 'boost', reblog: post(1), account: makeAccount({ id }) });
		expect(considerPost(run, boost, NOON, true)).toBe(isNew);
		expect(run.state.seen.has('boost')).toBe(isNew);
	});

	it('does not queue again what waits and was forgotten', () => {
		const run = runWith();
		considerPost(run, post(1), NOON, true);
		run.state.seen.prune(NOON + HOUR);
		expect(considerPost(run, post(1), NOON, true)).toBe(false);
	});

	it.each([
		['leaves alone', -1, true, false],
		['decides at the floor', 0, true, true],
		['decides in a gap', -1, false, true],
	])('%s what stands %d ms from the floor, heeding it: %s', (_, offset, heedsFloor, isNew) => {
		expect(considerPost(runWith(), post(1), NOON - HOUR + offset, heedsFloor)).toBe(isNew);
	});

	it('heeds no floor of a hashtag where another one of the post has a lower one', () => {
		const run = runWith({ options: { hashtags: ['cats', 'dogs'] } });
		run.state.tags.set('dogs', { cursor: NOON, floor: NOON - 2 * HOUR, known: false });
		const both = makeStatus({ hashtags: ['cats', 'dogs'] });
		expect(considerPost(run, both, NOON - 2 * HOUR, true)).toBe(true);
	});

	it('reports and remembers what it leaves alone', () => {
		const run = runWith();
		expect(considerPost(run, makeStatus({ isReply: true }), NOON, true)).toBe(true);
		expect(run.decisions.map(({ reason }) => reason)).toEqual(['reply']);
		expect([run.state.queue, run.state.seen.has(makeStatus().uri)]).toEqual([[], true]);
	});
});

describe('considerPost, holding', () => {
	it('holds 400 posts, and gives up the longest waiting one for the next', () => {
		const run = runWith({ options: { minFavourites: 1 } });
		for (let id = 1; id <= 401; id++) considerPost(run, post(id), NOON, true);
		expect(run.state.held).toHaveLength(400);
		expect(run.state.held[0]?.id).toBe('2');
		expect(run.warnings).toEqual([
			'More than 400 posts wait for favourites or boosts: the longest waiting ones were given up.',
		]);
		expect(isHoldingAll(run)).toBe(false);
	});

	it('gives up no post that waits for its age: then reading has to wait', () => {
		const run = runWith({ options: { minAge: 2 * HOUR } });
		for (let id = 1; id <= 401; id++) considerPost(run, post(id), NOON, true);
		expect(run.state.held).toHaveLength(401);
		expect([isHoldingAll(run), run.warnings]).toEqual([true, []]);
	});
});

describe('holdReason', () => {
	const options = makeOptions({ minAge: HOUR, minFavourites: 2, minBoosts: 1 });
	const reason = (createdAt: number, favouritesCount: number, reblogsCount: number) =>
		holdReason(makeStatus({ createdAt, favouritesCount, reblogsCount }), options, NOON);

	it('names what a post lacks', () => {
		expect(reason(NOON - HOUR + 1, 2, 1)).toBe('too-young');
		expect(reason(NOON - HOUR, 1, 1)).toBe('few-favourites');
		expect(reason(NOON - HOUR, 2, 0)).toBe('few-boosts');
		expect(reason(NOON - HOUR, 2, 1)).toBeUndefined();
	});
});
