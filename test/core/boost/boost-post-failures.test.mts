import { describe, expect, it } from '@jest/globals';
import { boostPost } from '../../../core/boost/boost-post';
import type { QueueEntry } from '../../../core/boost/queue';
import { entryOf } from '../../../core/boost/run-context';
import { NoResponseError } from '../../../core/http/no-response-error';
import { RateLimitReachedError } from '../../../core/http/rate-limit-reached-error';
import { MissingScopeError, TokenRefusedError } from '../../../core/mastodon/api-errors';
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
const ownBoost = ok([
	statusJson({ id: '900', created_at: new Date(NOON).toISOString(), reblog: statusJson() }),
]);
const lost = new NoResponseError('no answer within 30 s', true);

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

describe('boostPost, when the boost fails', () => {
	it.each([
		[respond(404), 'gone'],
		[respond(403, { error: 'This action is not allowed' }), 'not-allowed'],
	])('gives up a post that the server does not let it boost', async (answer, reason) => {
		const scene = sceneOf({}, post, answer);
		await expect(boostPost(scene.run, scene.entry)).resolves.toBe(reason);
		expect(scene.run.state.queue).toEqual([]);
	});

	it.each([respond(400), new NoResponseError('connection refused', false)])(
		'tries later what certainly did not happen, without a doubt',
		async (answer) => {
			const scene = sceneOf({}, post, answer);
			await expect(boostPost(scene.run, scene.entry)).resolves.toBe('try-again');
			expect(scene.run.state.queue).toMatchObject([{ tries: 1, unsure: false }]);
			expect(scene.http.asked).toEqual([LOOK, BOOST]);
		},
	);

	it.each([lost, respond(503), respond(422, { error: 'Validation failed' }), ok('<html>')])(
		'looks what became of a boost whose answer says nothing, and finds it',
		async (answer) => {
			const scene = sceneOf({}, post, answer, ok(statusJson({ reblogged: true })));
			await expect(boostPost(scene.run, scene.entry)).resolves.toBe('found-boosted');
			expect(scene.http.asked).toEqual([LOOK, BOOST, LOOK]);
			expect(scene.run.state.queue).toEqual([]);
		},
	);

	it('does not ask a second time in the same run where it finds no boost', async () => {
		const scene = sceneOf({}, post, lost, post);
		await expect(boostPost(scene.run, scene.entry)).resolves.toBe('try-again');
		expect(scene.http.asked).toEqual([LOOK, BOOST, LOOK]);
		expect(scene.run.state.queue).toMatchObject([{ tries: 1 }]);
	});

	it('stays unsure where nobody says what became of the boost', async () => {
		const scene = sceneOf({}, post, lost, lost);
		await expect(boostPost(scene.run, scene.entry)).resolves.toBe('outcome-unknown');
		expect(scene.run.state.queue).toMatchObject([{ tries: 1, unsure: true }]);
		expect(scene.run.saves.at(-1)).toEqual([['100', true]]);
	});

	it('reads the own boosts anew after a lost answer', async () => {
		const scene = sceneOf({ software: 'sharkey' }, ok([]), post, lost, ownBoost, ok([]), post);
		await expect(boostPost(scene.run, scene.entry)).resolves.toBe('found-boosted');
		expect(scene.http.asked).toEqual([OWN, LOOK, BOOST, OWN, `${OWN}&max_id=900`, LOOK]);
	});

	it.each([
		[1, 'may have been made', [lost, lost]],
		[0, 'was not made', [respond(400)]],
	])('counts %d boosts of the author where the third one %s', async (count, _, answers) => {
		const scene = sceneOf({ entry: { tries: 2 } }, post, ...answers);
		await expect(boostPost(scene.run, scene.entry)).resolves.toBe('tries-used-up');
		expect(scene.run.state.authors.boostsInDay(scene.entry.acct, NOON)).toBe(count);
	});

	it('gives up after three tries', async () => {
		const scene = sceneOf({ entry: { tries: 2 } }, post, respond(400));
		await expect(boostPost(scene.run, scene.entry)).resolves.toBe('tries-used-up');
		expect(scene.run.state.queue).toEqual([]);
	});

	it('keeps a post at which it cannot look now', async () => {
		const scene = sceneOf({}, respond(503));
		await expect(boostPost(scene.run, scene.entry)).resolves.toBe('try-again');
		expect(scene.run.state.queue).toEqual([scene.entry]);
	});

	it('stops nobody else where one post is forbidden ground', async () => {
		const scene = sceneOf({}, respond(403, { error: 'No' }));
		await expect(boostPost(scene.run, scene.entry)).resolves.toBe('try-again');
	});

	it('keeps no doubt of a boost that the rate limit refused', async () => {
		const limit = new RateLimitReachedError(undefined);
		const scene = sceneOf({}, post, limit);
		await expect(boostPost(scene.run, scene.entry)).rejects.toBe(limit);
		expect(scene.run.saves).toEqual([[['100', true]], [['100', false]]]);
		expect(scene.run.state.queue).toMatchObject([{ tries: 0, unsure: false }]);
	});

	it('ends the run where the scope is missing', async () => {
		const refusal = respond(403, { error: 'This action is outside the authorized scopes' });
		const scene = sceneOf({}, post, refusal);
		await expect(boostPost(scene.run, scene.entry)).rejects.toEqual(
			new MissingScopeError('here.example', 'write:statuses'),
		);
		expect(scene.entry.unsure).toBe(false);
	});

	it('ends the run where the token is refused elsewhere, too', async () => {
		const scene = sceneOf({}, post, respond(401), respond(401));
		await expect(boostPost(scene.run, scene.entry)).rejects.toEqual(
			new TokenRefusedError('here.example', 'invalid'),
		);
		expect(scene.http.asked.at(-1)).toBe('GET /api/v1/accounts/verify_credentials');
	});

	it.each([
		['finds it', ok(statusJson({ reblogged: true })), 'found-boosted', []],
		['lets others go first', post, 'try-again', [{ tries: 1, deferred: true }]],
	] as const)(
		'looks what became of a boost that got a 401 where the token is good elsewhere, and %s',
		async (_what, found, reason, queue) => {
			const scene = sceneOf({}, post, respond(401), ok(accountJson()), found);
			await expect(boostPost(scene.run, scene.entry)).resolves.toBe(reason);
			expect(scene.run.state.queue).toMatchObject(queue);
		},
	);
});
