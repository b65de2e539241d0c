import { describe, expect, it } from '@jest/globals';
import { NoResponseError } from '../../../core/http/no-response-error';
import { WaitBudget } from '../../../core/http/wait-budget';
import { RETRY_POLICY, retryDelay, withRetry } from '../../../core/http/with-retry';
import type { HttpRequest } from '../../../core/ports/http';
import { FakeClock, NOON } from '../../fakes/fake-clock.mts';
import { RecordingLog } from '../../fakes/recording-log.mts';
import type { Scripted } from '../../fakes/scripted-http.mts';
import { ok, respond, ScriptedHttp } from '../../fakes/scripted-http.mts';

const GET: HttpRequest = { method: 'GET', path: '/x' };
const POST: HttpRequest = { method: 'POST', path: '/x' };

function retrying(maxWait: number, ...answers: Scripted[]) {
	const clock = new FakeClock();
	const log = new RecordingLog();
	const server = new ScriptedHttp(...answers);
	const waits = new WaitBudget(maxWait, clock, log);
	return { http: withRetry(server, { clock, waits, random: () => 1 }), server, clock, log };
}

describe('withRetry', () => {
	it('asks once where the answer is good', async () => {
		const { http, server, clock } = retrying(60_000, ok('fine'));
		await expect(http.request(GET)).resolves.toMatchObject({ body: 'fine' });
		expect(server.asked).toEqual(['GET /x']);
		expect(clock.sleeps).toEqual([]);
	});

	it('asks again after a server error, each time after twice the time', async () => {
		const { http, server, clock } = retrying(60_000, respond(502), respond(500), respond(524), ok('fine'));
		await expect(http.request(GET)).resolves.toMatchObject({ body: 'fine' });
		expect(server.asked).toHaveLength(4);
		expect(clock.sleeps).toEqual([1_000, 2_000, 4_000]);
	});

	it('gives the last answer after four tries', async () => {
		const { http, server } = retrying(60_000, respond(500), respond(500), respond(500), respond(503));
		await expect(http.request(GET)).resolves.toMatchObject({ status: 503 });
		expect(server.left).toBe(0);
	});

	it('asks again where no answer came, and fails with the last failure', async () => {
		const lost = new NoResponseError('no answer within 30 s', true);
		const refused = new NoResponseError('connection refused', false);
		const { http, log } = retrying(60_000, lost, lost, lost, refused);
		await expect(http.request(GET)).rejects.toBe(refused);
		expect(log.infos[0]).toBe('Waiting 1.0 s: no answer within 30 s to GET /x, asking again.');
	});

	it('waits as long as the server asks', async () => {
		const { http, clock } = retrying(60_000, respond(503, '', { 'retry-after': '30' }), ok('fine'));
		await http.request(GET);
		expect(clock.sleeps).toEqual([30_000]);
	});

	it('gives the answer as it is where the server asks for more than may be waited', async () => {
		const { http, server, clock } = retrying(60_000, respond(503, '', { 'retry-after': '61' }));
		await expect(http.request(GET)).resolves.toMatchObject({ status: 503 });
		expect(server.asked).toHaveLength(1);
		expect(clock.sleeps).toEqual([]);
	});

	it('fails at once where no answer came and nothing may be waited', async () => {
		const lost = new NoResponseError('no route', false);
		const { http, clock } = retrying(0, lost);
		await expect(http.request(GET)).rejects.toBe(lost);
		expect(clock.sleeps).toEqual([]);
	});

	it.each([respond(500), respond(503, '', { 'retry-after': '1' }), respond(429), respond(408)])(
		'never repeats a POST, whatever it is answered',
		async (answer) => {
			const { http, server } = retrying(60_000, answer);
			await expect(http.request(POST)).resolves.toBe(answer);
			expect(server.asked).toEqual(['POST /x']);
		},
	);

	it('never repeats a POST that got no answer, even where it cannot have acted', async () => {
		const refused = new NoResponseError('connection refused', false);
		const { http, server } = retrying(60_000, refused);
		await expect(http.request(POST)).rejects.toBe(refused);
		expect(server.asked).toEqual(['POST /x']);
	});

	it.each([200, 301, 400, 401, 403, 404, 410, 422, 501])('takes status %d for an answer', async (status) => {
		const { http, server } = retrying(60_000, respond(status));
		await expect(http.request(GET)).resolves.toMatchObject({ status });
		expect(server.asked).toHaveLength(1);
	});

	it('asks again after a 429 that tells no time', async () => {
		const { http, clock } = retrying(60_000, respond(429), ok('fine'));
		await expect(http.request(GET)).resolves.toMatchObject({ body: 'fine' });
		expect(clock.sleeps).toEqual([1_000]);
	});

	it('leaves a 429 that tells a time to the rate limits', async () => {
		const { http, server } = retrying(60_000, respond(429, '', { 'retry-after': '1' }));
		await expect(http.request(GET)).resolves.toMatchObject({ status: 429 });
		expect(server.asked).toHaveLength(1);
	});

	it('hides no mistake of our own behind another try', async () => {
		const mistake = new TypeError('oops');
		const { http, server } = retrying(60_000, mistake);
		await expect(http.request(GET)).rejects.toBe(mistake);
		expect(server.asked).toHaveLength(1);
	});
});

describe('retryDelay', () => {
	const delay = (attempt: number, random: number) =>
		retryDelay(respond(500), attempt, RETRY_POLICY, random, NOON);

	it('is between half of its ceiling and the whole of it', () => {
		expect([delay(1, 0), delay(1, 1), delay(3, 0), delay(3, 0.5)]).toEqual([500, 1_000, 2_000, 3_000]);
	});

	it('stays below the longest delay', () => {
		expect(delay(6, 1)).toBe(30_000);
		expect(delay(1_000, 1)).toBe(30_000);
	});

	it('is what the server asks for, however long', () => {
		const answer = respond(503, '', { 'retry-after': '900' });
		expect(retryDelay(answer, 1, RETRY_POLICY, 0, NOON)).toBe(900_000);
	});

	it('is ours where no answer came', () => {
		expect(retryDelay(new NoResponseError('lost', true), 2, RETRY_POLICY, 1, NOON)).toBe(2_000);
	});
});
