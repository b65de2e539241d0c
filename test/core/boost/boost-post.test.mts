import { describe, expect, it } from '@jest/globals';
import { boostPost } from '../../../core/boost/boost-post';
import type { QueueEntry } from '../../../core/boost/queue';
import { entryOf } from '../../../core/boost/run-context';
import { MastodonClient } from '../../../core/mastodon/client';
import { NOON } from '../../fakes/fake-clock.mts';
import type { FakeRun } from '../../fakes/make-run.mts';
import { makeRun } from '../../fakes/make-run.mts';
import { accountJson, makeStatus, statusJson } from '../../fakes/make-status.mts';
import type { Scripted } from '../../fakes/scripted-http.mts';
import { ok, respond, ScriptedHttp } from '../../fakes/scripted-http.mts';

const LOOK = 'GET /api/v1/statuses/100';
const BOOST = 'POST /api/v1/statuses/100/reblog';
const OWN = 'GET /api/v1/accounts/1/statuses?limit=40';
const post = ok(statusJson());
const boosted = ok(statusJson({ id: '900', reblog: statusJson() }));
const ownBoost = ok([
	statusJson({ id: '900', created_at: new Date(NOON).toISOString(), reblog: statusJson() }),
]);

interface Scene {
	readonly run: FakeRun;
	readonly entry: QueueEntry;
	readonly http: ScriptedHttp;
}

function sceneOf(
	{
		software = 'gotosocial',
		entry: changes = {},
		...setting
	}: Parameters<typeof makeRun>[1] & {
		entry?: Partial<QueueEntry>;
	},
	...answers: Scripted[]
): Scene {
	const http = new ScriptedHttp(...answers);
	const run = makeRun(new MastodonClient(http, 'here.example', () => undefined), { software, ...setting });
	const entry = { ...entryOf(makeStatus(), ['cats']), ...changes };
	run.state.queue.push(entry);
	return { run, entry, http };
}
const reasons = ({ run }: Scene) => run.decisions.map(({ reason }) => reason);

describe('boostPost', () => {
	it('looks, remembers the intent, asks, and remembers the outcome', async () => {
		const scene = sceneOf({}, post, boosted);
		await expect(boostPost(scene.run, scene.entry)).resolves.toBe('boosted');
		expect(scene.http.asked).toEqual([LOOK, BOOST]);
		expect(scene.run.saves).toEqual([[['100', true]], []]);
		expect(scene.run.state.authors.boostsInDay('ada@remote.example', NOON)).toBe(1);
		expect(scene.run.decisions).toMatchObject([
			{ id: '100', decision: 'boosted', account: 'ada@remote.example' },
		]);
		expect(scene.run.log.infos).toEqual(['Boosted https://remote.example/@ada/100 by ada@remote.example.']);
	});

	it('does not look at what this run just read where asking twice is harmless', async () => {
		const scene = sceneOf({ software: 'mastodon' }, boosted);
		scene.run.fresh.set('100', makeStatus());
		await expect(boostPost(scene.run, scene.entry)).resolves.toBe('boosted');
		expect(scene.http.asked).toEqual([BOOST]);
	});

	it('looks at it all the same where asking twice boosts twice', async () => {
		const scene = sceneOf({}, post, boosted);
		scene.run.fresh.set('100', makeStatus());
		await boostPost(scene.run, scene.entry);
		expect(scene.http.asked).toEqual([LOOK, BOOST]);
	});

	it('reads the own boosts where the server does not tell of a post whether it was boosted', async () => {
		const scene = sceneOf({ software: 'sharkey' }, ownBoost, ok([]), post);
		await expect(boostPost(scene.run, scene.entry)).resolves.toBe('already-boosted');
		expect(scene.http.asked).toEqual([OWN, `${OWN}&max_id=900`, LOOK]);
		expect(scene.run.state.queue).toEqual([]);
	});

	it('reads the own boosts where the server leaves out what it tells otherwise', async () => {
		const silent = ok(statusJson({ reblogged: undefined }));
		const scene = sceneOf({ entry: { unsure: true } }, silent, ownBoost, ok([]));
		await expect(boostPost(scene.run, scene.entry)).resolves.toBe('found-boosted');
		expect(scene.http.asked).toEqual([LOOK, OWN, `${OWN}&max_id=900`]);
	});

	it.each([
		[false, 'already-boosted'],
		[true, 'found-boosted'],
	])('finds a boost that is there, when it was unsure: %s', async (unsure, reason) => {
		const scene = sceneOf({ entry: { unsure } }, ok(statusJson({ reblogged: true })));
		await expect(boostPost(scene.run, scene.entry)).resolves.toBe(reason);
		expect(scene.http.asked).toEqual([LOOK]);
		expect(scene.run.state.queue).toEqual([]);
		expect(scene.run.state.authors.boostsInDay('ada@remote.example', NOON)).toBe(1);
	});

	it.each([
		[ok(statusJson({ account: accountJson({ note: '#nobot' }) })), 'opted-out'],
		[ok(statusJson({ visibility: 'unlisted' })), 'not-public'],
		[ok(statusJson({ tags: [] })), 'hashtag-missing'],
		[respond(404), 'gone'],
	])('does not boost what may not be boosted any more', async (answer, reason) => {
		const scene = sceneOf({}, answer);
		await expect(boostPost(scene.run, scene.entry)).resolves.toBe(reason);
		expect(scene.http.asked).toEqual([LOOK]);
		expect(scene.run.state.queue).toEqual([]);
		expect(reasons(scene)).toEqual([reason]);
	});

	it('asks for nothing in a dry run, and keeps the post', async () => {
		const scene = sceneOf({ options: { dryRun: true } }, post);
		await expect(boostPost(scene.run, scene.entry)).resolves.toBe('dry-run');
		expect(scene.http.asked).toEqual([LOOK]);
		expect(scene.run.state.queue).toEqual([scene.entry]);
		expect(scene.entry.unsure).toBe(false);
	});
});
