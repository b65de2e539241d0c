import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import type { FaultKind } from './faults.mts';
import { openScene } from './scene.mts';
import type { Scene } from './scene.mts';

describe('faults', () => {
	let scene: Scene;
	let path: string;
	const boost = () => scene.ask(`POST ${path}`);

	beforeEach(async () => {
		scene = await openScene();
		path = `/api/v1/statuses/${scene.sandbox.addPost({ account: scene.author }).id}/reblog`;
	});
	afterEach(() => scene.sandbox.close());

	it.each<[FaultKind, number]>([
		[{ kind: 'refuse' }, 0],
		[{ kind: 'close-before' }, 0],
		[{ kind: 'close-after' }, 1],
		[{ kind: 'cut-body' }, 1],
	])('%j fails the request and leaves %d boosts', async (fault, boosts) => {
		scene.sandbox.faults.add(fault);
		await expect(boost()).rejects.toThrow();
		expect(scene.sandbox.boosts()).toHaveLength(boosts);
		expect((await boost()).status).toBe(200);
	});

	it.each([
		[false, 0],
		[true, 1],
	])('answers a status of its own, with the work done: %s', async (afterWork, boosts) => {
		const headers = { 'retry-after': '30' };
		scene.sandbox.faults.add({ kind: 'status', status: 503, body: { error: 'busy' }, headers, afterWork });
		const answer = await boost();
		expect([answer.status, answer.json, answer.headers.get('retry-after')]).toEqual([
			503,
			{ error: 'busy' },
			'30',
		]);
		expect(scene.sandbox.boosts()).toHaveLength(boosts);
	});

	it('answers late', async () => {
		scene.sandbox.faults.add({ kind: 'slow', ms: 60 });
		const before = performance.now();
		expect((await boost()).status).toBe(200);
		expect(performance.now() - before).toBeGreaterThan(50);
	});

	it('never answers, until it closes', async () => {
		scene.sandbox.faults.add({ kind: 'hang', afterWork: true });
		const hanging = expect(boost()).rejects.toThrow();
		while (scene.sandbox.boosts().length === 0) await new Promise((resolve) => setTimeout(resolve, 5));
		await scene.sandbox.close();
		await hanging;
		expect(scene.sandbox.requests[0]?.status).toBeNull();
	});

	it('answers with an HTML page, broken JSON, another shape or a wrong content type', async () => {
		scene.sandbox.faults.add({ kind: 'html-error' });
		scene.sandbox.faults.add({ kind: 'broken-json' });
		scene.sandbox.faults.add({ kind: 'wrong-shape', json: [1] });
		scene.sandbox.faults.add({ kind: 'wrong-content-type', contentType: 'text/plain' });
		const page = await boost();
		expect([page.status, page.headers.get('content-type')]).toEqual([502, 'text/html; charset=utf-8']);
		const broken = await boost();
		expect([broken.status, broken.json]).toEqual([200, undefined]);
		expect((await boost()).json).toEqual([1]);
		expect((await boost()).headers.get('content-type')).toBe('text/plain');
	});

	it('sends clients elsewhere', async () => {
		scene.sandbox.faults.add({ kind: 'redirect', location: 'https://elsewhere.example/' });
		const { status, headers } = await scene.ask(`POST ${path}`, { redirect: 'manual' });
		expect([status, headers.get('location')]).toEqual([302, 'https://elsewhere.example/']);
	});

	it('streams a body as large as it is told', async () => {
		scene.sandbox.faults.add({ kind: 'huge-body', bytes: 3_000_000 });
		expect((await boost()).text).toHaveLength(3_000_000);
	});

	it('answers in small pieces, whole in the end', async () => {
		scene.sandbox.faults.add({ kind: 'trickle', ms: 40 });
		const { status, json } = await boost();
		expect([status, json.reblog.account.acct]).toEqual([200, 'author@far.example']);
	});

	it('falls silent in the middle of an answer, until it closes', async () => {
		scene.sandbox.faults.add({ kind: 'stall' });
		const response = await fetch(`${scene.sandbox.url}/api/v1/instance`);
		expect(response.status).toBe(200);
		const body = expect(response.text()).rejects.toThrow();
		await scene.sandbox.close();
		await body;
	});

	it('leaves out fields wherever they stand, and nothing else', async () => {
		scene.sandbox.faults.add({ kind: 'lacking-fields', fields: ['uri', 'tags'] });
		const { json } = await boost();
		expect(Object.keys(json)).toEqual(expect.arrayContaining(['id', 'created_at', 'account']));
		for (const part of [json, json.account, json.reblog]) expect(part).not.toHaveProperty('uri');
		expect(json.reblog).not.toHaveProperty('tags');
	});

	it('dates an answer wrongly', async () => {
		scene.sandbox.faults.add({ kind: 'wrong-date', ms: -86_400_000 });
		const dates = [(await boost()).headers.get('date'), (await boost()).headers.get('date')];
		const [wrong, right] = dates.map((date) => Date.parse(date!));
		expect(Math.round((right! - wrong!) / 3_600_000)).toBe(24);
	});

	it('goes down and comes back at the same address', async () => {
		await boost();
		await scene.sandbox.goDown();
		await expect(boost()).rejects.toMatchObject({ cause: { code: 'ECONNREFUSED' } });
		await scene.sandbox.comeBack();
		expect((await boost()).status).toBe(200);
	});

	it('survives a client that hangs up on a large body', async () => {
		scene.sandbox.faults.add({ kind: 'huge-body', bytes: 500_000_000 });
		const response = await fetch(`${scene.sandbox.url}/api/v1/instance`);
		await response.body?.cancel();
		expect((await boost()).status).toBe(200);
	});

	it('hits the requests it names, after some and as often as told', async () => {
		const match = { method: 'POST', path: /reblog$/ };
		scene.sandbox.faults.add({ kind: 'status', status: 500, match, after: 1, times: 2 });
		const statuses = [(await scene.ask('GET /api/v1/instance')).status];
		for (let index = 0; index < 4; index += 1) statuses.push((await boost()).status);
		expect(statuses).toEqual([200, 200, 500, 500, 200]);
	});

	it('can be cleared', async () => {
		scene.sandbox.faults.add({ kind: 'refuse', match: { path: '/api/' }, times: Infinity });
		scene.sandbox.faults.clear();
		expect((await boost()).status).toBe(200);
	});

	it('calls back at every boundary of a request', async () => {
		const seen: unknown[] = [];
		const stop = scene.sandbox.faults.when(({ method }, boundary) => {
			seen.push([method, boundary, scene.sandbox.boosts().length]);
		});
		await boost();
		stop();
		await boost();
		expect(seen.slice(0, 2)).toEqual([
			['POST', 'received', 0],
			['POST', 'worked', 1],
		]);
		expect(seen.slice(2)).toEqual([['POST', 'answered', 1]]);
	});
});
