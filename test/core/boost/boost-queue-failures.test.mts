import { describe, expect, it } from '@jest/globals';
import { boostQueue } from '../../../core/boost/boost-queue';
import { entryOf } from '../../../core/boost/run-context';
import { RateLimitReachedError } from '../../../core/http/rate-limit-reached-error';
import { TokenRefusedError } from '../../../core/mastodon/api-errors';
import { MastodonClient } from '../../../core/mastodon/client';
import { NOON } from '../../fakes/fake-clock.mts';
import { makeRun } from '../../fakes/make-run.mts';
import { makeAccount, makeStatus, statusJson } from '../../fakes/make-status.mts';
import type { Scripted } from '../../fakes/scripted-http.mts';
import { ok, respond, ScriptedHttp } from '../../fakes/scripted-http.mts';

type Setting = NonNullable<Parameters<typeof makeRun>[1]>;

/** A post by an author of its own, unless `name` says whose; the lower id is the older one. */
const post = (id: number, name = `author${id}`) =>
	makeStatus({
		id: String(id),
		createdAt: NOON - 3_600_000 + id * 1000,
		account: makeAccount({ acct: `${name}@remote.example` }),
	});

/** A run whose queue holds posts that it just read, so that Mastodon is asked for the boost alone. */
function sceneOf(posts: ReadonlyArray<ReturnType<typeof post>>, setting: Setting, ...answers: Scripted[]) {
	const http = new ScriptedHttp(...answers);
	const run = makeRun(new MastodonClient(http, 'here.example', () => undefined), setting);
	for (const one of posts) {
		run.state.queue.push(entryOf(one, ['cats']));
		run.fresh.set(one.id, one);
	}
	const told = () => run.decisions.map(({ id, reason }) => `${id} ${reason}`);
	return { http, run, told };
}
const several = (count: number, name?: string) =>
	Array.from({ length: count }, (_, index) => post(index + 1, name));
const boosted = ({ path }: { readonly path: string }) =>
	ok(statusJson({ id: '900', reblog: statusJson({ id: path.split('/')[4] }) }));

describe('boostQueue, when something fails', () => {
	it('is not stopped by one post that is forbidden ground', async () => {
		const { run, told } = sceneOf(
			several(2),
			{},
			respond(403, { error: 'no' }),
			ok(statusJson({ id: '2' })),
			boosted,
		);
		run.fresh.clear();
		await boostQueue(run);
		expect(told()).toEqual(['1 try-again', '2 boosted']);
	});

	it('leaves the server in peace after five failures in a row', async () => {
		const failures = Array.from({ length: 5 }, () => respond(400));
		const { run, http, told } = sceneOf(several(7), {}, ...failures);
		await boostQueue(run);
		expect(http.requests).toHaveLength(5);
		expect(told().slice(5)).toEqual(['6 run-ended', '7 run-ended']);
		expect(run.state.queue).toHaveLength(7);
	});

	it('counts a boost that may have been made towards max-boosts', async () => {
		const { http, run, told } = sceneOf(several(2), { options: { maxBoosts: 1 } }, ok('{'), ok('{'));
		await boostQueue(run);
		expect(http.asked).toEqual(['POST /api/v1/statuses/1/reblog', 'GET /api/v1/statuses/1']);
		expect(told()).toEqual(['1 outcome-unknown', '2 max-boosts']);
	});

	it('counts failures in a row alone', async () => {
		const four = Array.from({ length: 4 }, () => respond(400));
		const { http, run } = sceneOf(several(9), {}, ...four, boosted, ...four);
		await boostQueue(run);
		expect(http.requests).toHaveLength(9);
	});

	it('ends at a rate limit, and reports the post that met it as well', async () => {
		const limit = new RateLimitReachedError(NOON + 60_000);
		const { run, told } = sceneOf(several(3), {}, boosted, limit);
		await expect(boostQueue(run)).resolves.toBe(limit);
		expect(told()).toEqual(['1 boosted', '2 rate-limit', '3 rate-limit']);
		expect(run.state.queue.map(({ id }) => id)).toEqual(['2', '3']);
	});

	it('ends where the token is refused, and reports what is left', async () => {
		const { run, told } = sceneOf(several(2), {}, respond(401), respond(401));
		await expect(boostQueue(run)).rejects.toBeInstanceOf(TokenRefusedError);
		expect(told()).toEqual(['1 run-ended', '2 run-ended']);
	});

	it('reads no more than the latest own boosts again where they reach too far back', async () => {
		let pages = 0;
		const client = {
			accountStatuses: async () => [makeStatus({ id: String(9_999 - pages++), createdAt: NOON })],
			status: async () => undefined,
		};
		const run = makeRun(client as never, { software: 'sharkey' });
		for (const one of several(10)) run.state.queue.push(entryOf(one, ['cats']));
		await boostQueue(run);
		expect(pages).toBe(20 + 9);
	});
});
