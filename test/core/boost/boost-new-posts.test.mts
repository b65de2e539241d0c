import { describe, expect, it } from '@jest/globals';
import { boostNewPosts } from '../../../core/boost/boost-new-posts';
import { newState } from '../../../core/boost/state';
import { encodeState } from '../../../core/boost/state-codec';
import type { HttpResponse } from '../../../core/ports/http';
import { FakeClock, NOON } from '../../fakes/fake-clock.mts';
import { makeOptions, OWNER } from '../../fakes/make-run.mts';
import { accountJson, statusJson } from '../../fakes/make-status.mts';
import { MemoryStore } from '../../fakes/memory-store.mts';
import { RecordingLog } from '../../fakes/recording-log.mts';
import { respond } from '../../fakes/scripted-http.mts';
import { ServedTimeline } from '../../fakes/served-timeline.mts';

/** A run that finds a queue of two posts and one that is held; `answers` replaces those of a path's beginning. */
async function runWith(answers: Readonly<Record<string, HttpResponse>>) {
	const state = newState(OWNER, 'salt', NOON);
	for (const id of ['1', '2']) {
		state.queue.push({
			id,
			uri: `x:${id}`,
			acct: `author${id}`,
			createdAt: NOON,
			hashtags: ['cats'],
			tries: 0,
			unsure: false,
			deferred: false,
		});
	}
	state.held.push({ id: '3', createdAt: NOON });
	const http = new ServedTimeline([statusJson()], (path) => {
		const found = Object.entries(answers).find(([beginning]) => path.startsWith(beginning));
		return found?.[1];
	});
	return boostNewPosts(makeOptions({ minAge: 3_600_000 }), {
		http,
		clock: new FakeClock(),
		store: new MemoryStore({ status: 'found', text: encodeState(state) }),
		log: new RecordingLog(),
		random: () => 0.5,
		onDecision: () => undefined,
	});
}

describe('boostNewPosts', () => {
	const limit = respond(429, '', { 'retry-after': '600' });

	it('says what waits when a rate limit ends it before it has read anything', async () => {
		const report = await runWith({ '/.well-known/': limit });
		expect(report).toMatchObject({ state: 'restored', waiting: 3, rateLimited: {} });
	});

	it('says what waits when the token is refused while it reads', async () => {
		const report = await runWith({ '/api/v1/timelines/': respond(401) });
		expect(report).toMatchObject({ waiting: 3, failure: { name: 'TokenRefusedError' } });
	});

	it('says what waits when the token is refused while it boosts', async () => {
		const report = await runWith({ '/api/v1/statuses/': respond(401) });
		expect(report).toMatchObject({ waiting: 3, failure: { name: 'TokenRefusedError' } });
	});

	it.each([-30, 30])('gives up nothing for its age when the server is %i days off', async (days) => {
		const date = new Date(NOON + days * 86_400_000).toUTCString();
		const account = respond(200, accountJson({ id: '1', acct: 'me' }), { date });
		const { reasons } = await runWith({ '/api/v1/accounts/verify_credentials': account });
		expect(Object.keys(reasons)).not.toContain('expired');
		expect(Object.keys(reasons)).not.toContain('too-old');
	});
});
