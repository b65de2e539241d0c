import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { patientHttp } from '../../../core/http/patient-http';
import { NoResponseError } from '../../../core/http/no-response-error';
import { RateLimitReachedError } from '../../../core/http/rate-limit-reached-error';
import type { KnownLimits } from '../../../core/http/with-rate-limits';
import type { HttpRequest } from '../../../core/ports/http';
import { FakeClock, NOON } from '../../fakes/fake-clock.mts';
import { RecordingLog } from '../../fakes/recording-log.mts';
import type { Scripted } from '../../fakes/scripted-http.mts';
import { ok, respond, ScriptedHttp } from '../../fakes/scripted-http.mts';

const GET: HttpRequest = { method: 'GET', path: '/x' };
const POST: HttpRequest = { method: 'POST', path: '/x' };
const MINUTE = 60_000;
const remaining = (count: number) => ({
	'x-ratelimit-limit': '300',
	'x-ratelimit-remaining': String(count),
	'x-ratelimit-reset': new Date(NOON + MINUTE).toISOString(),
});

function patient(mode: 'stop' | 'wait' | undefined, ...answers: Scripted[]) {
	const clock = new FakeClock();
	const server = new ScriptedHttp(...answers);
	const limits: KnownLimits = {};
	const patience = { clock, log: new RecordingLog(), random: () => 1, maxWait: 5 * MINUTE, limits };
	return { http: patientHttp(server, mode ? { ...patience, mode } : patience), server, clock, limits };
}

describe('patientHttp', () => {
	it('asks again after a server error', async () => {
		const { http, server } = patient('stop', respond(502), ok('fine'));
		await expect(http.request(GET)).resolves.toMatchObject({ body: 'fine' });
		expect(server.left).toBe(0);
	});

	it('notes what every answer says of the limits, those that are asked for again included', async () => {
		const { http, limits } = patient('stop', respond(502, '', remaining(7)), ok(''));
		await http.request(GET);
		expect(limits).toEqual({ reading: { limit: 300, remaining: 7, resetsAt: NOON + MINUTE } });
	});

	it('does not spend the last request of a window on asking again', async () => {
		const answers = [respond(500, '', remaining(2)), respond(503, '', remaining(1)), ok('boosted')];
		const { http, server } = patient('stop', ...answers);
		await expect(http.request(GET)).resolves.toMatchObject({ status: 503 });
		await expect(http.request(GET)).rejects.toBeInstanceOf(RateLimitReachedError);
		await expect(http.request(POST)).resolves.toMatchObject({ body: 'boosted' });
		expect(server.asked).toEqual(['GET /x', 'GET /x', 'POST /x']);
	});

	it('waits for the end of the window unless told to stop', async () => {
		const { http, clock } = patient(undefined, ok('', remaining(1)), ok('again'));
		await http.request(GET);
		await expect(http.request(GET)).resolves.toMatchObject({ body: 'again' });
		expect(clock.sleeps).toEqual([MINUTE]);
	});

	it('asks for a boost once, whatever comes', async () => {
		const { http, server } = patient('wait', respond(500));
		await expect(http.request(POST)).resolves.toMatchObject({ status: 500 });
		expect(server.asked).toEqual(['POST /x']);
	});

	const answers = fc.array(
		fc.record({
			status: fc.constantFrom(200, 429, 500, 503, 404),
			headers: fc.constantFrom<Record<string, string>>(
				{},
				remaining(0),
				remaining(1),
				remaining(200),
				{ 'retry-after': '40' },
				{ 'retry-after': '0' },
				{ 'retry-after': 'soon' },
			),
			isLost: fc.boolean(),
		}),
		{ minLength: 80, maxLength: 80 },
	);

	it('waits no longer than it may, and asks no server for ever, whatever is answered', async () => {
		await fc.assert(
			fc.asyncProperty(
				answers,
				fc.constantFrom('stop' as const, 'wait' as const),
				fc.array(fc.constantFrom(GET, POST), { minLength: 1, maxLength: 4 }),
				async (all, mode, requests) => {
					const lost = new NoResponseError('lost', true);
					const { http, server, clock } = patient(
						mode,
						...all.map(({ status, headers, isLost }) => (isLost ? lost : respond(status, '', headers))),
					);
					for (const request of requests) {
						const asked = server.requests.length;
						const outcome = await http.request(request).catch((error: unknown) => error);
						const times = server.requests.length - asked;
						const refused = all
							.slice(asked, asked + times)
							.filter(({ status, isLost }) => !isLost && status === 429);
						// What may have taken effect is never sent again: only what a limit refused.
						if (request === POST) expect(times).toBeLessThanOrEqual(refused.length + 1);
						expect(times).toBeLessThanOrEqual(24);
						expect(outcome).toBeDefined();
					}
					expect(clock.sleeps.reduce((sum, time) => sum + time, 0)).toBeLessThanOrEqual(5 * MINUTE);
				},
			),
		);
	});
});
