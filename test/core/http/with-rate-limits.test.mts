import { describe, expect, it } from '@jest/globals';
import { NoResponseError } from '../../../core/http/no-response-error';
import { RateLimitReachedError } from '../../../core/http/rate-limit-reached-error';
import { WaitBudget } from '../../../core/http/wait-budget';
import type { KnownLimits } from '../../../core/http/with-rate-limits';
import { isReadingUsedUp, notingLimits, withRateLimits } from '../../../core/http/with-rate-limits';
import type { HttpRequest } from '../../../core/ports/http';
import { FakeClock, NOON } from '../../fakes/fake-clock.mts';
import { RecordingLog } from '../../fakes/recording-log.mts';
import type { Scripted } from '../../fakes/scripted-http.mts';
import { ok, respond, ScriptedHttp } from '../../fakes/scripted-http.mts';

const GET: HttpRequest = { method: 'GET', path: '/x' };
const POST: HttpRequest = { method: 'POST', path: '/x' };
const remaining = (count: number, seconds = 60) => ({
	'x-ratelimit-limit': '300',
	'x-ratelimit-remaining': String(count),
	'x-ratelimit-reset': new Date(NOON + seconds * 1000).toISOString(),
});

function limited(mode: 'stop' | 'wait', ...answers: Scripted[]) {
	const clock = new FakeClock();
	const server = new ScriptedHttp(...answers);
	const limits: KnownLimits = {};
	const waits = new WaitBudget(300_000, clock, new RecordingLog());
	const http = withRateLimits(notingLimits(server, limits, clock), { clock, waits, mode, limits });
	return { http, server, clock, limits };
}

describe('withRateLimits', () => {
	it('remembers what the server tells of reading and of writing', async () => {
		const { http, limits } = limited('stop', ok('', remaining(200)), ok('', remaining(20)));
		await http.request(GET);
		await http.request(POST);
		expect(limits.reading).toEqual({ limit: 300, remaining: 200, resetsAt: NOON + 60_000 });
		expect(limits.writing).toMatchObject({ remaining: 20 });
	});

	it('keeps the last request of a window from reading', async () => {
		const { http, server } = limited('stop', ok('', remaining(2)), ok('', remaining(1)));
		await http.request(GET);
		await http.request(GET);
		const refused = http.request(GET);
		await expect(refused).rejects.toBeInstanceOf(RateLimitReachedError);
		await expect(refused).rejects.toMatchObject({ resumesAt: NOON + 60_000 });
		expect(server.asked).toHaveLength(2);
	});

	it('lets a boost have the request that reading left', async () => {
		const { http, server } = limited('stop', ok('', remaining(1)), ok('done'));
		await http.request(GET);
		await expect(http.request(POST)).resolves.toMatchObject({ body: 'done' });
		expect(server.asked).toEqual(['GET /x', 'POST /x']);
	});

	it('writes until nothing remains', async () => {
		const { http } = limited('stop', ok('', remaining(1)), ok('', remaining(0)));
		await http.request(POST);
		await http.request(POST);
		await expect(http.request(POST)).rejects.toBeInstanceOf(RateLimitReachedError);
	});

	it('reads on when the window is over', async () => {
		const { http, clock } = limited('stop', ok('', remaining(0)), ok('again'));
		await http.request(GET);
		clock.advance(59_999);
		await expect(http.request(GET)).rejects.toBeInstanceOf(RateLimitReachedError);
		clock.advance(1);
		await expect(http.request(GET)).resolves.toMatchObject({ body: 'again' });
	});

	it('waits for the end of the window where it may', async () => {
		const { http, clock } = limited('wait', ok('', remaining(1)), ok('again', remaining(300, 360)));
		await http.request(GET);
		clock.advance(20_000);
		await expect(http.request(GET)).resolves.toMatchObject({ body: 'again' });
		expect(clock.sleeps).toEqual([40_000]);
	});

	it('stops where the window is longer than may be waited', async () => {
		const { http, clock } = limited('wait', ok('', remaining(1, 301)));
		await http.request(GET);
		await expect(http.request(GET)).rejects.toMatchObject({ resumesAt: NOON + 301_000 });
		expect(clock.sleeps).toEqual([]);
	});

	it('stops at a 429 and says when it ends', async () => {
		const { http, server } = limited('stop', respond(429, '', remaining(0, 90)));
		await expect(http.request(GET)).rejects.toMatchObject({ resumesAt: NOON + 90_000 });
		expect(server.asked).toHaveLength(1);
	});

	it('stops at a 429 that tells no time, without guessing one', async () => {
		const { http } = limited('stop', respond(429));
		await expect(http.request(POST)).rejects.toMatchObject({
			name: 'RateLimitReachedError',
			resumesAt: undefined,
		});
	});

	it('waits out a 429 and asks again, for a boost, too', async () => {
		const { http, server, clock } = limited('wait', respond(429, '', { 'retry-after': '7' }), ok('done'));
		await expect(http.request(POST)).resolves.toMatchObject({ body: 'done' });
		expect(clock.sleeps).toEqual([7_000]);
		expect(server.asked).toEqual(['POST /x', 'POST /x']);
	});

	it('waits ten seconds at a 429 that tells no time', async () => {
		const { http, clock } = limited('wait', respond(429), respond(429), ok('done'));
		await http.request(GET);
		expect(clock.sleeps).toEqual([10_000, 10_000]);
	});

	it('gives up at a 429 that comes again after five waits', async () => {
		const { http, server, clock } = limited('wait', ...Array.from({ length: 6 }, () => respond(429)));
		await expect(http.request(GET)).rejects.toBeInstanceOf(RateLimitReachedError);
		expect(clock.sleeps).toHaveLength(5);
		expect(server.left).toBe(0);
	});

	it('passes on every other answer and failure', async () => {
		const lost = new NoResponseError('lost', true);
		const { http } = limited('wait', respond(500), lost);
		await expect(http.request(GET)).resolves.toMatchObject({ status: 500 });
		await expect(http.request(GET)).rejects.toBe(lost);
	});
});

describe('isReadingUsedUp', () => {
	const limits = (left: number): KnownLimits => ({
		reading: { limit: 300, remaining: left, resetsAt: NOON + 1000 },
	});

	it.each([
		['nothing is known', {}, NOON, false],
		['two requests are left', limits(2), NOON, false],
		['the last request is left', limits(1), NOON, true],
		['none is left', limits(0), NOON + 999, true],
		['the window is over', limits(0), NOON + 1000, false],
	])('knows where %s', (_, known, now, usedUp) => {
		expect(isReadingUsedUp(known, now)).toBe(usedUp);
	});
});
