import { describe, expect, it } from '@jest/globals';
import { countBoost, countFoundBoost } from '../../../core/boost/count-boost';
import { considerPost } from '../../../core/boost/consider-post';
import { NOON } from '../../fakes/fake-clock.mts';
import { makeRun } from '../../fakes/make-run.mts';
import { makeStatus } from '../../fakes/make-status.mts';

const ADA = 'ada@remote.example';
const DAY = 86_400_000;
const FIRST_POST_ONLY = { options: { firstPostOnly: true } };

describe('countBoost', () => {
	it('counts a boost once, whoever finds out about it', () => {
		const run = makeRun({} as never);
		countBoost(run, 'uri', ADA, NOON);
		countBoost(run, 'uri', ADA, NOON);
		expect(run.state.authors.boostsInDay(ADA, NOON)).toBe(1);
		expect(run.state.authors.wasEverBoosted(ADA)).toBe(false);
	});

	it('remembers the author for good where that was asked for', () => {
		const run = makeRun({} as never, FIRST_POST_ONLY);
		countBoost(run, 'uri', ADA, NOON);
		expect(run.state.authors.wasEverBoosted(ADA)).toBe(true);
	});
});

describe('countFoundBoost', () => {
	it('takes a boost for as old as the post', () => {
		const run = makeRun({} as never, FIRST_POST_ONLY);
		countFoundBoost(run, makeStatus({ reblogged: true, createdAt: NOON - DAY }));
		expect(run.state.authors.boostsInDay(ADA, NOON)).toBe(0);
		expect(run.state.authors.wasEverBoosted(ADA)).toBe(true);
	});

	it('takes none for newer than now', () => {
		const run = makeRun({} as never);
		countFoundBoost(run, makeStatus({ reblogged: true, createdAt: NOON + DAY }));
		expect(run.state.authors.boostsInDay(ADA, NOON + DAY + 60_000)).toBe(0);
	});

	it('does not count what is only taken for boosted', () => {
		const run = makeRun({} as never, FIRST_POST_ONLY);
		countFoundBoost(run, makeStatus({ reblogged: undefined }));
		expect(run.state.authors.wasEverBoosted(ADA)).toBe(false);
	});
});

it("keeps an author's second post back where another run boosted the first", () => {
	const run = makeRun({} as never, FIRST_POST_ONLY);
	considerPost(run, makeStatus({ id: '1', reblogged: true }), NOON, true);
	considerPost(run, makeStatus({ id: '2' }), NOON, true);
	expect(run.decisions.map(({ reason }) => reason)).toEqual(['already-boosted', 'not-first-post']);
});
