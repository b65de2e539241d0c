import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { NodeScene } from '../fakes-n8n/node-scene.mts';

describe('Mastodon > Application > Register', () => {
	let scene: NodeScene;
	beforeEach(async () => {
		scene = await NodeScene.open();
	});
	afterEach(() => scene.close());

	const register = {
		resource: 'application',
		operation: 'register',
		redirectUrls: 'https://n8n.example/rest/oauth2-credential/callback',
	};

	it('needs no credential and gives what the OAuth2 credential needs', async () => {
		const [made] = await scene.run({ ...register, instance: scene.sandbox.url }, { credentials: {} });
		expect(made).toMatchObject({
			name: 'n8n',
			client_id: expect.any(String),
			client_secret: expect.any(String),
			redirect_uris: ['https://n8n.example/rest/oauth2-credential/callback'],
			scopes: expect.arrayContaining(['read:statuses', 'write:statuses', 'write:favourites']),
		});
		expect(scene.sandbox.requests[0]?.headers.authorization).toBeUndefined();
	});

	it.each([
		['an address that is none', { instance: 'mastodon' }, '"mastodon" is no address of a server'],
		[
			'plain http',
			{ instance: 'http://mastodon.example' },
			'"http://mastodon.example" is no address of a server',
		],
		['no redirect URL', { instance: 'mastodon.example', redirectUrls: ' ' }, 'Enter the redirect URL'],
	])('refuses %s', async (_what, parameters, sentence) => {
		await expect(scene.run({ ...register, ...parameters })).rejects.toThrow(sentence);
	});
});
