import { describe, expect, it } from '@jest/globals';
import { boostPost } from '../../../core/boost/boost-post';
import { considerPost } from '../../../core/boost/consider-post';
import { entryOf } from '../../../core/boost/run-context';
import { MastodonClient } from '../../../core/mastodon/client';
import { NOON } from '../../fakes/fake-clock.mts';
import type { FakeRun } from '../../fakes/make-run.mts';
import { makeRun } from '../../fakes/make-run.mts';
import { makeStatus, statusJson } from '../../fakes/make-status.mts';
import { ok, ScriptedHttp } from '../../fakes/scripted-http.mts';

const HOUR = 3_600_000;
const AUTHOR = makeStatus().account.acct;

function runWith(setting: NonNullable<Parameters<typeof makeRun>[1]> = {}): FakeRun {
	const http = new ScriptedHttp(ok(statusJson({ reblogged: true })));
	const run = makeRun(new MastodonClient(http, 'here.example', () => undefined), setting);
	run.state.tags.set('cats', { cursor: NOON, floor: NOON - 48 * HOUR, known: false });
	return run;
}

function meetBoosted(run: FakeRun, createdAt = NOON - HOUR): void {
	considerPost(run, makeStatus({ reblogged: true, createdAt }), NOON, true);
	expect(run.decisions.map(({ reason }) => reason)).toEqual(['already-boosted']);
}

describe('A boost that the state does not know', () => {
	it('counts for its author, whose share it may use up', () => {
		const run = runWith();
		meetBoosted(run);
		expect(run.state.authors.boostsInDay(AUTHOR, NOON)).toBe(1);
		expect(run.state.authors.wasEverBoosted(AUTHOR)).toBe(false);
	});

	it('is the one boost of its author with first-post-only', () => {
		const run = runWith({ options: { firstPostOnly: true } });
		meetBoosted(run);
		expect(run.state.authors.wasEverBoosted(AUTHOR)).toBe(true);
	});

	it('counts when its post waited in the queue of an older state', async () => {
		const run = runWith();
		const entry = entryOf(makeStatus({ createdAt: NOON - HOUR }), ['cats']);
		run.state.queue.push(entry);
		await expect(boostPost(run, entry)).resolves.toBe('already-boosted');
		expect(run.state.authors.boostsInDay(AUTHOR, NOON)).toBe(1);
	});

	it('of a post of the day before is none of this day', () => {
		const run = runWith();
		meetBoosted(run, NOON - 25 * HOUR);
		expect(run.state.authors.boostsInDay(AUTHOR, NOON)).toBe(0);
	});

	it('of a post from the future counts from now', () => {
		const run = runWith();
		meetBoosted(run, NOON + 48 * HOUR);
		expect(run.state.authors.boostsInDay(AUTHOR, NOON + 25 * HOUR)).toBe(0);
	});

	it('does not count once more where there was no state: it was read from the server', () => {
		const run = runWith({ isRestored: false });
		meetBoosted(run);
		expect(run.state.authors.boostsInDay(AUTHOR, NOON)).toBe(0);
	});

	it('does not count where it is only taken for one, because the server tells nothing', () => {
		const run = runWith({ software: 'unknown', isRecovering: true });
		considerPost(run, makeStatus({ createdAt: NOON - HOUR }), NOON, true);
		expect(run.decisions.map(({ reason }) => reason)).toEqual(['already-boosted']);
		expect(run.state.authors.boostsInDay(AUTHOR, NOON)).toBe(0);
	});
});
