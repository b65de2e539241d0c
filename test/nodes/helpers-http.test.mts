import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import type { IHttpRequestOptions, INode } from 'n8n-workflow';
import { NodeOperationError } from 'n8n-workflow';
import { NoResponseError } from '../../core/index';
import { HelpersHttp } from '../../nodes/Mastodon/adapters/helpers-http';
import { requestWithAuthentication } from '../fakes-n8n/request-helper.mts';
import { startSandbox } from '../sandbox/sandbox.mts';
import type { Sandbox } from '../sandbox/sandbox.mts';

const node: INode = { id: '1', name: 'x', type: 'x', typeVersion: 1, position: [0, 0], parameters: {} };
const GET = { method: 'GET', path: '/api/v1/accounts/verify_credentials' } as const;

describe('HelpersHttp', () => {
	let sandbox: Sandbox;
	let token: string;
	beforeEach(async () => {
		sandbox = await startSandbox();
		token = sandbox.addToken({ account: sandbox.addAccount({ username: 'me' }) });
	});
	afterEach(() => sandbox.close());

	const withToken = (accessToken: string, origin = sandbox.url) => {
		const credential = { instance: origin, accessToken };
		const send = (options: IHttpRequestOptions) => requestWithAuthentication(node, credential, options);
		return new HelpersHttp({ origin, send, renewsToken: false });
	};
	const withOAuth2 = (access_token: string, renew?: () => string) => {
		const credential = { instance: sandbox.url, oauthTokenData: { access_token } };
		const send = (options: IHttpRequestOptions) =>
			requestWithAuthentication(node, credential, options, renew);
		return new HelpersHttp({ origin: sandbox.url, send, renewsToken: true });
	};

	it('answers status, headers and text, whatever the status', async () => {
		const found = await withToken(token).request(GET);
		expect(found).toMatchObject({ status: 200, headers: { 'x-ratelimit-limit': '300' } });
		expect(JSON.parse(found.body)).toMatchObject({ username: 'me' });
		const lost = await withToken(token).request({ method: 'GET', path: '/api/v1/statuses/1' });
		expect(lost).toMatchObject({ status: 404, body: '{"error":"Record not found"}' });
		const refused = await withToken('wrong').request(GET);
		expect(refused).toMatchObject({
			status: 401,
			body: expect.stringContaining('The access token is invalid'),
		});
		expect(sandbox.requests).toHaveLength(3);
	});

	it('sends parameters that repeat, JSON and the idempotency key', async () => {
		const query = [
			['id[]', '1'],
			['id[]', 'ä&b'],
		] as const;
		await withToken(token).request({ method: 'GET', path: '/api/v1/statuses', query });
		await withToken(token).request({
			method: 'POST',
			path: '/api/v1/x',
			json: { a: [1] },
			idempotencyKey: 'k',
		});
		const [read, write] = sandbox.requests;
		expect(read!.query.getAll('id[]')).toEqual(['1', 'ä&b']);
		expect(write).toMatchObject({ body: { a: [1] }, headers: { 'idempotency-key': 'k' } });
		expect(write!.headers['content-type']).toBe('application/json');
		expect(read!.headers['user-agent']).toContain('n8n-nodes-mastodon-hashtag-boost');
	});

	it('lets n8n renew an OAuth2 token, and tells a refusal where it cannot', async () => {
		expect(await withOAuth2('expired', () => token).request(GET)).toMatchObject({ status: 200 });
		expect(await withOAuth2('expired').request(GET)).toMatchObject({ status: 401 });
	});

	it('follows no redirect, so that the token stays with its origin', async () => {
		sandbox.faults.add({ kind: 'redirect', location: 'https://evil.example/' });
		expect(await withToken(token).request(GET)).toMatchObject({
			status: 302,
			headers: { location: 'https://evil.example/' },
		});
	});

	it.each([
		['closes the connection', { kind: 'close-after' }, true],
		['cuts the answer', { kind: 'cut-body' }, true],
	] as const)('says that the server may have acted when it %s', async (_what, fault, mayHaveActed) => {
		sandbox.faults.add(fault);
		await expect(withToken(token).request(GET)).rejects.toMatchObject({
			name: 'NoResponseError',
			mayHaveActed,
		});
	});

	it('says that nothing can have happened where no connection came about', async () => {
		const gone = await startSandbox();
		await gone.close();
		const failure = await withToken(token, gone.url)
			.request(GET)
			.catch((error: unknown) => error);
		expect(failure).toBeInstanceOf(NoResponseError);
		expect(failure).toMatchObject({ mayHaveActed: false, detail: 'the connection was refused' });
	});

	it('refuses an answer that is too large', async () => {
		sandbox.faults.add({ kind: 'huge-body', bytes: 9 * 1024 * 1024 });
		await expect(withToken(token).request(GET)).rejects.toMatchObject({
			detail: 'the answer is larger than 8 MB',
		});
	});

	it("leaves n8n's own errors of configuration as they are", async () => {
		const missing = new NodeOperationError(node, 'Node does not have any credentials set');
		const http = new HelpersHttp({
			origin: sandbox.url,
			send: () => Promise.reject(missing),
			renewsToken: false,
		});
		await expect(http.request(GET)).rejects.toBe(missing);
	});
});
