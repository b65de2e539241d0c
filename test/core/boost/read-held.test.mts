import { describe, expect, it } from '@jest/globals';
import { readHeld } from '../../../core/boost/read-held';
import { MastodonClient } from '../../../core/mastodon/client';
import { NoResponseError } from '../../../core/http/no-response-error';
import { RateLimitReachedError } from '../../../core/http/rate-limit-reached-error';
import { NOON } from '../../fakes/fake-clock.mts';
import { makeRun } from '../../fakes/make-run.mts';
import { accountJson, statusJson } from '../../fakes/make-status.mts';
import type { Scripted } from '../../fakes/scripted-http.mts';
import { ok, respond, ScriptedHttp } from '../../fakes/scripted-http.mts';

const HOUR = 3_600_000;
const AT_ONCE = 'GET /api/v1/statuses?id[]=1&id[]=2';
type Setting = NonNullable<Parameters<typeof makeRun>[1]>;

/** A run that holds posts of an hour ago with the ids from 1 to `count`. */
function sceneOf(count: number, setting: Setting, ...answers: Scripted[]) {
	const http = new ScriptedHttp(...answers);
	const run = makeRun(new MastodonClient(http, 'here.example', () => undefined), setting);
	for (let id = 1; id <= count; id++) run.state.held.push({ id: String(id), createdAt: NOON - HOUR });
	const told = () => run.decisions.map(({ id, reason }) => `${id} ${reason}`);
	const held = () => run.state.held.map(({ id }) => id);
	return { http, run, told, held };
}
const liked = (id: string, favourites: number) => statusJson({ id, favourites_count: favourites });

describe('readHeld', () => {
	it('queues what has enough now, and puts the rest at the end of the line', async () => {
		const options = { minFavourites: 3, minAge: HOUR };
		const { run, http, told, held } = sceneOf(2, { options }, ok([liked('1', 2), liked('2', 3)]));
		run.state.held.push({ id: '3', createdAt: NOON - HOUR + 1 });
		await expect(readHeld(run)).resolves.toEqual({
			found: 2,
			complete: true,
			upToDate: true,
			problem: undefined,
		});
		expect(http.asked).toEqual([AT_ONCE]);
		expect(run.state.queue.map(({ id }) => id)).toEqual(['2']);
		expect(held()).toEqual(['3', '1']);
		expect(told()).toEqual(['1 few-favourites']);
	});

	it('asks for nothing before its time', async () => {
		const { run, http, held } = sceneOf(1, { options: { minAge: HOUR + 1 } });
		await readHeld(run);
		expect([http.asked, held()]).toEqual([[], ['1']]);
	});

	it('forgets what is gone', async () => {
		const { run, held } = sceneOf(2, {}, ok([statusJson({ id: '2' })]));
		await readHeld(run);
		expect([held(), run.state.queue.map(({ id }) => id)]).toEqual([[], ['2']]);
		expect(run.log.infos).toEqual(['The held post 1 is gone.']);
	});

	it('does not boost who said no meanwhile', async () => {
		const refusing = statusJson({ id: '1', account: accountJson({ note: '#nobot' }) });
		const { run, told, held } = sceneOf(1, {}, ok(refusing));
		await readHeld(run);
		expect([told(), held(), run.state.queue]).toEqual([['1 opted-out'], [], []]);
	});

	it('does not hold a post again for the part of a second that its age lacks', async () => {
		const written = new Date(NOON - HOUR + 900).toISOString();
		const setting = { options: { minAge: HOUR } };
		const { run, held } = sceneOf(1, setting, ok(statusJson({ id: '1', created_at: written })));
		await readHeld(run);
		expect([held(), run.state.queue.length]).toEqual([[], 1]);
	});

	it('reads one by one where the server reads no more at once', async () => {
		const { run, http } = sceneOf(2, { server: { statusesAtOnce: 1 } }, respond(404), respond(404));
		await readHeld(run);
		expect(http.asked).toEqual(['GET /api/v1/statuses/1', 'GET /api/v1/statuses/2']);
	});

	it('makes forty requests at most', async () => {
		const answers = Array.from({ length: 40 }, () => respond(404));
		const { run, http, held } = sceneOf(45, { server: { statusesAtOnce: 1 } }, ...answers);
		await readHeld(run);
		expect([http.requests.length, held()]).toEqual([40, ['41', '42', '43', '44', '45']]);
	});

	it.each([respond(404, { error: 'x' }), respond(403, { error: 'x' }), ok('<html>'), ok([{}])])(
		'keeps posts that cannot be read, warns, and goes on',
		async (answer) => {
			const server = { statusesAtOnce: 2 };
			const { run, held } = sceneOf(3, { server }, answer, ok(statusJson({ id: '3' })));
			await expect(readHeld(run)).resolves.toMatchObject({ complete: true });
			expect(held()).toEqual(['1', '2']);
			expect(run.warnings).toHaveLength(1);
			expect(run.state.queue.map(({ id }) => id)).toEqual(['3']);
		},
	);

	it('gives up a post that cannot be read until it is older than max-age', async () => {
		const { run, held } = sceneOf(1, { options: { maxAge: HOUR } }, respond(403, { error: 'x' }));
		await readHeld(run);
		expect(held()).toEqual([]);
	});

	it.each<[string, Error]>([
		['ServerUnreachableError', new NoResponseError('no answer', false)],
		['RateLimitReachedError', new RateLimitReachedError(undefined)],
	])('keeps what was not read yet at a %s', async (name, error) => {
		const { run, held } = sceneOf(3, { server: { statusesAtOnce: 1 } }, respond(404), error);
		const { found, complete, problem } = await readHeld(run);
		expect([found, complete, problem?.name]).toEqual([1, false, name]);
		expect(held()).toEqual(['2', '3']);
	});
});
