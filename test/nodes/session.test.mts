import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { NodeScene } from '../fakes-n8n/node-scene.mts';

describe('The connection of the nodes', () => {
	let scene: NodeScene;
	beforeEach(async () => {
		scene = await NodeScene.open();
	});
	afterEach(() => scene.close());

	const get = (id: string) => ({
		resource: 'post',
		operation: 'get',
		post: { __rl: true, mode: 'id', value: id },
	});
	const oAuth2 = (access_token: string) => ({
		mastodonAccountOAuth2Api: { instance: ` ${scene.sandbox.url}/ `, oauthTokenData: { access_token } },
	});

	it('uses the OAuth2 credential where that is chosen, and lets n8n renew its token', async () => {
		const parameters = { authentication: 'oAuth2', ...get(scene.post().id) };
		expect(await scene.run(parameters, { credentials: oAuth2(scene.token) })).toHaveLength(1);
		const renewed = { credentials: oAuth2('expired'), renew: () => scene.token };
		expect(await scene.run(parameters, renewed)).toHaveLength(1);
	});

	it('says that an OAuth2 token has expired, and that a credential was never connected', async () => {
		const parameters = { authentication: 'oAuth2', ...get('1') };
		await expect(scene.run(parameters, { credentials: oAuth2('expired') })).rejects.toThrow(
			'refused the access token',
		);
		await expect(scene.run(parameters, { credentials: oAuth2('') })).rejects.toThrow(
			'The credential is not connected yet: open it and click "Connect my account"',
		);
	});

	it('waits for a rate limit inside an execution', async () => {
		const ids = Array.from({ length: 4 }, () => scene.post().id);
		scene.sandbox.setRateLimit({ bucket: 'token', limit: 2, windowMs: 1_000 });
		const found = await scene.run(ids.map(get));
		expect(found.map(({ id }) => id)).toEqual(ids);
	});

	it('says until when to wait where a rate limit lasts too long', async () => {
		const headers = { 'retry-after': '3600' };
		scene.sandbox.faults.add({ kind: 'status', status: 429, body: { error: 'Too many requests' }, headers });
		await expect(scene.run(get('1'))).rejects.toThrow(
			/^The server asks for a pause until \d{4}-.* \(rate limit\)/,
		);
	});

	it('asks again where a read failed in passing', async () => {
		const { id } = scene.post();
		scene.sandbox.faults.add({ kind: 'html-error', status: 503 });
		expect(await scene.run(get(id))).toMatchObject([{ id }]);
	});

	it.each([
		[
			'an object for a list',
			{ resource: 'hashtag', operation: 'getManyFollowed' },
			{ a: 1 },
			'the answer is not a list',
		],
		['a list for an object', get('1'), [1], 'the answer is not an object'],
	])('says so when the server answers %s', async (_what, parameters, json, problem) => {
		scene.sandbox.faults.add({ kind: 'wrong-shape', json, match: { path: '/api/v1/' } });
		if (parameters.operation === 'get') parameters = get(scene.post().id);
		await expect(scene.run(parameters)).rejects.toThrow(problem);
	});
});
