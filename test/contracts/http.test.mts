import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { createServer } from 'node:net';
import type { AddressInfo, Server } from 'node:net';
import type { HttpRequest } from '../../core/ports/http';
import { NoResponseError } from '../../core/index';
import { disturbances } from '../faults/matrix/disturbances.mts';
import type { Disturbance } from '../faults/matrix/disturbance.mts';
import { openStranger } from '../faults/matrix/stranger.mts';
import type { Stranger } from '../faults/matrix/stranger.mts';
import type { Sandbox } from '../sandbox/sandbox.mts';
import { startSandbox } from '../sandbox/sandbox.mts';
import { HTTPS } from './open-http.mts';
import type { OpenHttp } from './open-http.mts';

const GET: HttpRequest = { method: 'GET', path: '/api/v1/accounts/verify_credentials' };
const KINDS = [...disturbances({ same: '', other: '' }).entries()].filter(([, { lasts }]) => !lasts);

describe.each(Object.entries(HTTPS))('The Http port: %s', (_name, open) => {
	let sandbox: Sandbox;
	let token: string;
	let stranger: Stranger;
	let opened: OpenHttp[];
	beforeEach(async () => {
		sandbox = await startSandbox();
		token = sandbox.addToken({ account: sandbox.addAccount({ username: 'me', displayName: 'Zoë 🐈' }) });
		stranger = await openStranger();
		opened = [];
	});
	afterEach(async () => {
		for (const { close } of opened) await close();
		await sandbox.close();
		await stranger.close();
	});

	const ask = (request: HttpRequest, { origin = sandbox.url, isImpatient = false } = {}) => {
		const open_ = open(origin, token, isImpatient);
		opened.push(open_);
		return open_.http.request(request);
	};
	/** What a request comes to: an answer, or the failure it was rejected with. */
	const outcomeOf = (request: HttpRequest, options?: { origin?: string; isImpatient?: boolean }) =>
		ask(request, options).catch((error: unknown) => error);

	it.each(KINDS.map(([index, { name }]) => [name, index] as const))(
		'makes of "%s" an answer, or no response that may have acted',
		async (_disturbance, index) => {
			const chosen = disturbances({ same: sandbox.url, other: stranger.url })[index]!;
			const post = sandbox.addPost({ account: sandbox.addAccount({ username: 'author' }) });
			for (const request of [GET, boostOf(post.id)]) {
				if (chosen.fault === 'gone') await sandbox.goDown();
				else sandbox.faults.add(chosen.fault);
				const isImpatient = chosen.isSilent === true;
				expect(await outcomeOf(request, { isImpatient })).toMatchObject(expectedOf(chosen));
			}
			expect(stranger.heard).toEqual([]);
		},
	);

	it('rejects with NoResponseError alone, in words that hold no token', async () => {
		sandbox.faults.add({ kind: 'close-after' });
		const failure = (await outcomeOf(GET)) as NoResponseError;
		expect(failure).toBeInstanceOf(NoResponseError);
		expect(`${failure.message} ${failure.stack}`).not.toContain(token);
	});

	it('takes a server that speaks no HTTP for one that may have acted', async () => {
		const odd = await speak('SSH-2.0-OpenSSH_9.6\r\n');
		const origin = `http://127.0.0.1:${(odd.address() as AddressInfo).port}`;
		expect(await outcomeOf(GET, { origin })).toMatchObject({ name: 'NoResponseError', mayHaveActed: true });
		odd.close();
	});

	it('gives header names in lower case and the body as text, whatever pieces it came in', async () => {
		sandbox.faults.add({ kind: 'trickle', ms: 20 });
		const { status, headers, body } = await ask(GET);
		expect(status).toBe(200);
		expect(Object.keys(headers)).toEqual(Object.keys(headers).map((header) => header.toLowerCase()));
		expect(headers).toMatchObject({ 'x-ratelimit-limit': '300', 'content-type': expect.any(String) });
		expect(JSON.parse(body)).toMatchObject({ username: 'me', display_name: 'Zoë 🐈' });
	});

	it('gives up an answer that never falls silent, but takes too long as a whole', async () => {
		sandbox.faults.add({ kind: 'trickle', ms: 2_000 });
		const outcome = await outcomeOf(GET, { isImpatient: true });
		expect(outcome).toMatchObject({ name: 'NoResponseError', mayHaveActed: true });
	});

	it('gives an empty body as an empty text', async () => {
		sandbox.faults.add({ kind: 'status', status: 204, body: '' });
		expect(await ask(GET)).toMatchObject({ status: 204, body: '' });
	});

	it('takes 8 MB, and no more', async () => {
		sandbox.faults.add({ kind: 'huge-body', bytes: 8 * 1024 * 1024 });
		expect((await ask(GET)).body).toHaveLength(8 * 1024 * 1024);
		sandbox.faults.add({ kind: 'huge-body', bytes: 8 * 1024 * 1024 + 1 });
		expect(await outcomeOf(GET)).toMatchObject({ detail: 'the answer is larger than 8 MB' });
	});

	it('sends parameters in order, repeated and encoded, and no body without one', async () => {
		const query = [
			['id[]', '1'],
			['id[]', 'ä&b=c#d+e f'],
			['limit', '40'],
		] as const;
		await ask({ ...GET, query });
		const [asked] = sandbox.requests;
		expect([...asked!.query]).toEqual(query);
		expect(asked!.headers).toMatchObject({ accept: 'application/json', authorization: `Bearer ${token}` });
		expect(asked!.headers).not.toHaveProperty('content-type');
		expect(asked!.headers).not.toHaveProperty('idempotency-key');
	});

	it('sends JSON, and the idempotency key', async () => {
		const json = { status: 'Zoë 🐈', poll: { options: ['a', 'b'] } };
		await ask({ method: 'POST', path: '/api/v1/statuses', json, idempotencyKey: 'key-1' });
		expect(sandbox.requests[0]).toMatchObject({
			method: 'POST',
			body: json,
			headers: { 'content-type': 'application/json', 'idempotency-key': 'key-1' },
		});
	});

	it('sends other content under its own type, byte by byte', async () => {
		const bytes = new TextEncoder().encode('grant_type=x&text=Zo%C3%AB');
		const type = 'application/x-www-form-urlencoded';
		await ask({ method: 'POST', path: '/api/v1/x', content: { type, bytes } });
		expect(sandbox.requests[0]).toMatchObject({
			body: { grant_type: 'x', text: 'Zoë' },
			headers: { 'content-type': type, 'content-length': String(bytes.length) },
		});
	});

	it('asks its own origin alone, also for a path that looks like an address', async () => {
		const { host } = new URL(stranger.url);
		expect(await ask({ method: 'GET', path: `//${host}/api` })).toMatchObject({ status: 404 });
		expect(stranger.heard).toEqual([]);
	});
});

function boostOf(id: string): HttpRequest {
	return { method: 'POST', path: `/api/v1/statuses/${id}/reblog`, json: { visibility: 'public' } };
}

/** Every status is an answer; what did not come whole is none. */
function expectedOf({ fault, isSilent }: Disturbance): object {
	const none = (mayHaveActed: boolean) => ({ name: 'NoResponseError', mayHaveActed });
	if (fault === 'gone') return none(false);
	const isNone = ['close-before', 'close-after', 'cut-body', 'huge-body'].includes(fault.kind);
	if (isNone || isSilent) return none(true);
	const status = 'status' in fault ? fault.status : 200;
	return fault.kind === 'redirect' ? { status, headers: { location: expect.any(String) } } : { status };
}

/** A server that says the same to everybody, and hangs up. */
async function speak(line: string): Promise<Server> {
	const server = createServer((socket) => {
		socket.on('error', () => undefined);
		socket.end(line);
	});
	await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
	return server;
}
