import { spawn } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';

describe('the sandbox as a process of its own', () => {
	let server: ChildProcess;
	let told: { url: string; token: string; accountId: string };

	const control = async (line: string, body?: unknown) => {
		const [method = '', path = ''] = line.split(' ');
		const headers = { 'content-type': 'application/json' };
		const response = await fetch(told.url + path, {
			method,
			headers,
			body: body ? JSON.stringify(body) : null,
		});
		return { status: response.status, json: (await response.json()) as any };
	};
	const timeline = () => fetch(`${told.url}/api/v1/timelines/tag/cats`);

	beforeEach(async () => {
		server = spawn(process.execPath, [join(__dirname, 'serve.mts'), '--profile', 'mastodon']);
		const [line] = (await once(server.stdout!, 'data')) as [Buffer];
		told = JSON.parse(line.toString()) as typeof told;
	});
	afterEach(() => {
		server.kill('SIGKILL');
	});

	it('is driven and watched over HTTP', async () => {
		const author = (await control('POST /_sandbox/accounts', { username: 'author', host: 'far.example' }))
			.json;
		const post = (await control('POST /_sandbox/posts', { account: author.id, hashtags: ['cats'] })).json;
		const path = `/api/v1/statuses/${post.id}/reblog`;
		await fetch(told.url + path, { method: 'POST', headers: { authorization: `Bearer ${told.token}` } });
		expect((await control('GET /_sandbox/boosts')).json).toMatchObject([
			{ uri: post.uri, accountId: told.accountId },
		]);
		expect((await control('GET /_sandbox/requests')).json).toMatchObject([{ method: 'POST', path }]);
	});

	it('takes faults and tokens', async () => {
		await control('POST /_sandbox/faults', { kind: 'status', status: 503, match: { pathPattern: 'cats$' } });
		expect((await timeline()).status).toBe(503);
		const { token } = (await control('POST /_sandbox/tokens', { app: true, scopes: ['write'] })).json;
		const headers = { authorization: `Bearer ${token}` };
		expect((await fetch(`${told.url}/api/v1/timelines/tag/cats`, { headers })).status).toBe(403);
	});

	it('says what is wrong with a control request', async () => {
		const { status, json } = await control('POST /_sandbox/posts', { account: 'nobody' });
		expect([status, json.error]).toEqual([400, 'The sandbox has no account with the id nobody']);
	});

	it.each(['SIGTERM', 'SIGINT'] as const)('stops on %s', async (signal) => {
		const ended = once(server, 'exit');
		server.kill(signal);
		expect(await ended).toEqual([0, null]);
	});
});
