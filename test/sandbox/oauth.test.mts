import { createHash } from 'node:crypto';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { gotosocial } from './profiles.mts';
import { openScene } from './scene.mts';
import type { Scene } from './scene.mts';

const verifier = 'a-verifier-that-is-long-enough-to-be-one-of-the-real-ones';
const challenge = createHash('sha256').update(verifier).digest('base64url');
const callback = 'https://client.example/callback';
const outOfBand = 'urn:ietf:wg:oauth:2.0:oob';

describe('OAuth', () => {
	let scene: Scene;
	let client: { client_id: string; client_secret: string };

	const form = (line: string, fields: Record<string, string>, headers: Record<string, string> = {}) =>
		scene.ask(line, { body: new URLSearchParams(fields), token: null, redirect: 'manual', headers });
	const request = (redirectUri = callback) => ({
		client_id: client.client_id,
		redirect_uri: redirectUri,
		response_type: 'code',
		scope: 'read write:statuses',
		state: 'a state',
		code_challenge: challenge,
		code_challenge_method: 'S256',
	});
	const allow = async () => {
		const fields = { ...request(), username: 'booster', decision: 'authorize' };
		const { headers } = await form('POST /oauth/authorize', fields);
		return new URL(headers.get('location') ?? '').searchParams;
	};
	const exchange = (code: string, more: Record<string, string> = {}) =>
		form('POST /oauth/token', {
			...client,
			grant_type: 'authorization_code',
			code,
			redirect_uri: callback,
			code_verifier: verifier,
			...more,
		});

	beforeEach(async () => {
		scene = await openScene();
		const body = { client_name: 'Client', redirect_uris: [callback, outOfBand], scopes: 'read write' };
		client = (await scene.ask('POST /api/v1/apps', { body, token: null })).json;
		const { client_id, client_secret } = client;
		client = { client_id, client_secret };
	});
	afterEach(() => scene.sandbox.close());

	it('shows a page to allow the request on, carrying the request along', async () => {
		const { status, text } = await scene.ask(`GET /oauth/authorize?${new URLSearchParams(request())}`);
		expect(status).toBe(200);
		expect(text).toContain(`name="code_challenge" value="${challenge}"`);
		expect(text).toContain('<button name="decision" value="authorize">');
	});

	it('gives a code for a token that works', async () => {
		const answer = await allow();
		expect(answer.get('state')).toBe('a state');
		const { json } = await exchange(answer.get('code') ?? '');
		expect(json).toMatchObject({ token_type: 'Bearer', scope: 'read write:statuses' });
		expect(json).not.toHaveProperty('expires_in');
		const me = await scene.ask('GET /api/v1/accounts/verify_credentials', { token: json.access_token });
		expect(me.json.acct).toBe('booster');
		const app = await scene.ask('GET /api/v1/apps/verify_credentials', { token: json.access_token });
		expect(app.json.name).toBe('Client');
	});

	it('takes a code once, and only with its verifier', async () => {
		const first = (await allow()).get('code') ?? '';
		expect((await exchange(first, { code_verifier: 'another' })).json.error).toBe('invalid_grant');
		expect((await exchange(first)).json.error).toBe('invalid_grant');
	});

	it('shows the code where there is nothing to go back to', async () => {
		const fields = { ...request(outOfBand), username: 'booster', decision: 'authorize' };
		const { text } = await form('POST /oauth/authorize', fields);
		const code = /<code id="code">([^<]+)</.exec(text)?.[1] ?? '';
		expect((await exchange(code, { redirect_uri: outOfBand })).status).toBe(200);
	});

	it('goes back with an error when denied', async () => {
		const fields = { ...request(), username: 'booster', decision: 'deny' };
		const { headers } = await form('POST /oauth/authorize', fields);
		expect(new URL(headers.get('location') ?? '').searchParams.get('error')).toBe('access_denied');
	});

	it('refuses unknown users, foreign addresses, plain challenges and scopes that were not registered', async () => {
		const ask = async (changes: Record<string, string>) =>
			(
				await form('POST /oauth/authorize', {
					...request(),
					username: 'booster',
					decision: 'authorize',
					...changes,
				})
			).status;
		expect(await ask({ username: 'stranger' })).toBe(401);
		expect(await ask({ redirect_uri: 'https://evil.example/' })).toBe(400);
		expect(await ask({ code_challenge_method: 'plain' })).toBe(400);
		expect(await ask({ scope: 'follow' })).toBe(400);
	});

	it('gives applications a token of their own, also by a Basic header', async () => {
		const basic = Buffer.from(`${client.client_id}:${client.client_secret}`).toString('base64');
		const headers = { authorization: `Basic ${basic}` };
		const { json } = await form('POST /oauth/token', { grant_type: 'client_credentials' }, headers);
		const me = await scene.ask('GET /api/v1/accounts/verify_credentials', { token: json.access_token });
		expect([json.scope, me.status]).toEqual(['read', 422]);
	});

	it('refuses a Basic header, where the server does', async () => {
		await scene.sandbox.close();
		scene = await openScene({ profile: gotosocial });
		const body = { client_name: 'Client', redirect_uris: callback, scopes: 'read' };
		const { client_id, client_secret } = (await scene.ask('POST /api/v1/apps', { body, token: null })).json;
		const basic = Buffer.from(`${client_id}:${client_secret}`).toString('base64');
		const grant = { grant_type: 'client_credentials' };
		const byHeader = await form('POST /oauth/token', grant, { authorization: `Basic ${basic}` });
		expect([byHeader.status, byHeader.json.error]).toEqual([400, 'invalid_request']);
		expect((await form('POST /oauth/token', { ...grant, client_id, client_secret })).status).toBe(200);
	});

	it('refuses a wrong secret and other grants', async () => {
		const wrong = { ...client, client_secret: 'wrong', grant_type: 'client_credentials' };
		expect((await form('POST /oauth/token', wrong)).json.error).toBe('invalid_client');
		const password = { ...client, grant_type: 'password' };
		expect((await form('POST /oauth/token', password)).json.error).toBe('unsupported_grant_type');
	});

	it('revokes a token', async () => {
		const { json } = await exchange((await allow()).get('code') ?? '');
		await form('POST /oauth/revoke', { ...client, token: json.access_token });
		const me = await scene.ask('GET /api/v1/accounts/verify_credentials', { token: json.access_token });
		expect(me.status).toBe(401);
	});

	it('describes itself, where the server does', async () => {
		const path = 'GET /.well-known/oauth-authorization-server';
		expect((await scene.ask(path)).json.code_challenge_methods_supported).toEqual(['S256']);
		const other = await openScene({ profile: gotosocial });
		const { status } = await other.ask(path);
		await other.sandbox.close();
		expect(status).toBe(404);
	});
});
