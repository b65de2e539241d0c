import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { openScene } from './scene.mts';
import type { Scene } from './scene.mts';

const minute = 60_000;
const instance = 'GET /api/v1/instance';

describe('rate limits of Mastodon', () => {
	let scene: Scene;
	let now: number;

	beforeEach(async () => {
		now = Date.UTC(2026, 0, 1, 0, 4, 30);
		scene = await openScene({ now: () => now });
	});
	afterEach(() => scene.sandbox.close());

	it('tells limit, remainder and the end of the window', async () => {
		const { headers } = await scene.ask(instance);
		expect(headers.get('x-ratelimit-limit')).toBe('300');
		expect(headers.get('x-ratelimit-remaining')).toBe('299');
		expect(headers.get('x-ratelimit-reset')).toBe('2026-01-01T00:05:00.000000Z');
	});

	it('refuses what is over the limit, without saying when to come back but for the window', async () => {
		scene.sandbox.setRateLimit({ bucket: 'token', limit: 2, windowMs: 5 * minute });
		await scene.ask(instance);
		await scene.ask(instance);
		const { status, json, headers } = await scene.ask(instance);
		expect([status, json]).toEqual([429, { error: 'Too many requests' }]);
		expect(headers.get('x-ratelimit-remaining')).toBe('0');
		expect(headers.has('retry-after')).toBe(false);
	});

	it('starts anew with the next window of the clock, not after a full length', async () => {
		scene.sandbox.setRateLimit({ bucket: 'token', limit: 1, windowMs: 5 * minute });
		await scene.ask(instance);
		now += minute / 2;
		expect((await scene.ask(instance)).status).toBe(200);
	});

	it('counts paging apart and shows whichever quota is the scarcest', async () => {
		scene.sandbox.setRateLimit({ bucket: 'paging', limit: 5, windowMs: 15 * minute });
		const { headers } = await scene.ask('GET /api/v1/timelines/tag/cats?max_id=1');
		expect(headers.get('x-ratelimit-remaining')).toBe('4');
		expect((await scene.ask(instance)).headers.get('x-ratelimit-limit')).toBe('300');
	});

	it('counts anonymous requests by address', async () => {
		scene.sandbox.setRateLimit({ bucket: 'anonymous', limit: 1, windowMs: 5 * minute });
		await scene.ask(instance, { token: null });
		expect((await scene.ask(instance, { token: null })).status).toBe(429);
		expect((await scene.ask(instance)).status).toBe(200);
	});

	it('counts posts of the account in the family that boosts show', async () => {
		scene.sandbox.setRateLimit({ bucket: 'statuses', limit: 2, windowMs: 180 * minute });
		const first = await scene.ask('POST /api/v1/statuses', { body: { status: 'one' } });
		const { headers } = await scene.ask(`POST /api/v1/statuses/${first.json.id}/reblog`);
		expect(headers.get('x-ratelimit-remaining')).toBe('1');
		await scene.ask('POST /api/v1/statuses', { body: { status: 'two' } });
		expect((await scene.ask('POST /api/v1/statuses', { body: { status: 'three' } })).status).toBe(429);
		expect((await scene.ask(`POST /api/v1/statuses/${first.json.id}/reblog`)).status).toBe(200);
	});

	it('can be switched off', async () => {
		scene.sandbox.setRateLimit({ bucket: 'apps', limit: Infinity, windowMs: minute });
		const body = { client_name: 'x', redirect_uris: 'https://client.example/' };
		for (let index = 0; index < 7; index += 1) {
			expect((await scene.ask('POST /api/v1/apps', { body })).status).toBe(200);
		}
	});
});
