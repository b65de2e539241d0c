import { describe, expect, it } from '@jest/globals';
import { NoResponseError } from '../../../core/http/no-response-error';
import { boostOnce } from '../../../core/mastodon/boost-once';
import { MastodonClient } from '../../../core/mastodon/client';
import { statusJson } from '../../fakes/make-status.mts';
import type { Scripted } from '../../fakes/scripted-http.mts';
import { ok, respond, ScriptedHttp } from '../../fakes/scripted-http.mts';

const LOOK = 'GET /api/v1/statuses/100';
const ASK = 'POST /api/v1/statuses/100/reblog';

const boost = (...answers: Scripted[]) => {
	const http = new ScriptedHttp(...answers);
	const client = new MastodonClient(http, 'here.example', () => undefined);
	return { http, boosted: boostOnce(client, '100', 'unlisted') };
};

describe('boostOnce', () => {
	const before = ok(statusJson());
	const after = ok(statusJson({ reblogged: true }));

	it('boosts with the visibility asked for and answers the post', async () => {
		const { http, boosted } = boost(
			before,
			ok(statusJson({ id: '101', reblog: statusJson({ reblogged: true }) })),
		);
		expect(await boosted).toMatchObject({ id: '100', reblogged: true });
		expect(http.asked).toEqual([LOOK, ASK]);
		expect(http.requests[1]!.json).toEqual({ visibility: 'unlisted' });
	});

	it('does not ask a server to boost a post again', async () => {
		const { http, boosted } = boost(after);
		expect(await boosted).toMatchObject({ id: '100' });
		expect(http.asked).toEqual([LOOK]);
	});

	it('looks what became of a boost whose answer was lost', async () => {
		const { http, boosted } = boost(before, new NoResponseError('cut', true), after);
		expect(await boosted).toMatchObject({ reblogged: true });
		expect(http.asked).toEqual([LOOK, ASK, LOOK]);
		await expect(boost(before, respond(503), before).boosted).rejects.toThrow(
			'could not be reached (status 503)',
		);
	});

	it.each([
		['a post that is gone', [respond(404)], 'NotFoundError'],
		['a post that went meanwhile', [before, respond(404)], 'NotFoundError'],
		[
			'a post that may not be boosted',
			[before, respond(403, { error: 'This action is not allowed' })],
			'RequestRefusedError',
		],
		['a token that was refused', [before, respond(401)], 'TokenRefusedError'],
		[
			'a missing scope',
			[before, respond(403, { error: 'outside the authorized scopes' })],
			'MissingScopeError',
		],
	])('fails at %s', async (_what, answers, name) => {
		await expect(boost(...answers).boosted).rejects.toMatchObject({ name });
	});
});
