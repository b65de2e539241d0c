import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { mastodon } from './profiles.mts';
import { openScene } from './scene.mts';
import type { Scene } from './scene.mts';

describe('tokens and scopes on Mastodon', () => {
	let scene: Scene;
	let path: string;

	beforeEach(async () => {
		scene = await openScene();
		const post = scene.sandbox.addPost({ account: scene.author, hashtags: ['cats'] });
		path = `POST /api/v1/statuses/${post.id}/reblog`;
	});
	afterEach(() => scene.sandbox.close());

	it('refuses a missing, a wrong and a revoked token', async () => {
		scene.sandbox.revokeToken(scene.token);
		const texts = [];
		for (const token of [null, 'wrong', scene.token]) texts.push((await scene.ask(path, { token })).text);
		expect(texts).toEqual([
			'{"error":"The access token is invalid"}',
			'{"error":"The access token is invalid"}',
			'{"error":"The access token was revoked"}',
		]);
	});

	it('refuses a token of too little scope and says so in a header', async () => {
		const token = scene.sandbox.addToken({ account: scene.booster, scopes: ['read'] });
		const { status, json, headers } = await scene.ask(path, { token });
		expect([status, json]).toEqual([403, { error: 'This action is outside the authorized scopes' }]);
		expect(headers.get('www-authenticate')).toBe('Bearer realm="Doorkeeper", error="insufficient_scope"');
	});

	it.each([['write'], ['write:statuses']])('boosts with %s', async (scope) => {
		const token = scene.sandbox.addToken({ account: scene.booster, scopes: [scope] });
		expect((await scene.ask(path, { token })).status).toBe(200);
	});

	it('refuses a token without a user', async () => {
		const token = scene.sandbox.addToken({ app: true, scopes: ['write'] });
		const { status, json } = await scene.ask(path, { token });
		expect([status, json]).toEqual([422, { error: 'This method requires an authenticated user' }]);
	});

	it('wants the scope of a token even where none is needed', async () => {
		const token = scene.sandbox.addToken({ account: scene.booster, scopes: ['write'] });
		expect((await scene.ask('GET /api/v1/timelines/tag/cats', { token })).status).toBe(403);
		expect((await scene.ask('GET /api/v1/timelines/tag/cats', { token: null })).status).toBe(200);
	});

	it('can close the tag timeline to all but users', async () => {
		const refusal = { status: 422, message: 'This method requires an authenticated user' };
		const timeline = { ...mastodon.timeline, anonymous: refusal, appToken: refusal };
		const closed = await openScene({ profile: { ...mastodon, timeline } });
		const app = closed.sandbox.addToken({ app: true, scopes: ['read'] });
		const statuses = [];
		for (const token of [null, app, closed.token]) {
			statuses.push((await closed.ask('GET /api/v1/timelines/tag/cats', { token })).status);
		}
		await closed.sandbox.close();
		expect(statuses).toEqual([422, 422, 200]);
	});

	it('records who asked for what', async () => {
		await scene.ask('GET /api/v1/timelines/tag/cats?limit=3');
		await scene.ask(path, { token: null });
		expect(scene.sandbox.requests).toMatchObject([
			{ method: 'GET', path: '/api/v1/timelines/tag/cats', account: 'booster', status: 200 },
			{ method: 'POST', account: null, status: 401 },
		]);
		expect(scene.sandbox.requests[0]?.query.get('limit')).toBe('3');
		scene.sandbox.clearRequests();
		expect(scene.sandbox.requests).toEqual([]);
	});
});
