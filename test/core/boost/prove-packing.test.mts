import { describe, expect, it } from '@jest/globals';
import { provePacking } from '../../../core/boost/prove-packing';
import { NoResponseError } from '../../../core/http/no-response-error';
import { MastodonClient } from '../../../core/mastodon/client';
import { NOON } from '../../fakes/fake-clock.mts';
import { makeRun } from '../../fakes/make-run.mts';
import { statusJson } from '../../fakes/make-status.mts';
import type { Scripted } from '../../fakes/scripted-http.mts';
import { ok, respond, ScriptedHttp } from '../../fakes/scripted-http.mts';

const ASKED = ['GET /api/v1/timelines/tag/cats?limit=1&none[]=cats'];
type Setting = NonNullable<Parameters<typeof makeRun>[1]>;

async function proven(setting: Setting, packs: boolean | undefined, ...answers: Scripted[]) {
	const http = new ScriptedHttp(...answers);
	const client = new MastodonClient(http, 'here.example', () => undefined);
	const run = makeRun(client, { options: { hashtags: ['cats', 'dogs'] }, ...setting });
	run.state.server = { software: 'mastodon', version: '4.5.0', checkedAt: NOON, packs };
	run.shown.add('cats');
	await provePacking(run);
	return { asked: http.asked, packs: run.state.server.packs, run };
}

describe('provePacking', () => {
	it('trusts a server that leaves out an excluded hashtag', async () => {
		await expect(proven({}, undefined, ok([]))).resolves.toMatchObject({ asked: ASKED, packs: true });
	});

	it('does not trust a server that shows it all the same', async () => {
		const { packs } = await proven({}, undefined, ok([statusJson()]));
		expect(packs).toBe(false);
	});

	it.each([true, false])('asks once: when it is known to be %s, it is not asked again', async (packs) => {
		await expect(proven({}, packs)).resolves.toMatchObject({ asked: [], packs });
	});

	it.each<[string, Setting]>([
		['a single hashtag', { options: { hashtags: ['cats'] } }],
		['posts that need all hashtags', { options: { hashtags: ['cats', 'dogs'], match: 'all' } }],
		['a server that packs nothing', { software: 'sharkey' }],
	])('asks nothing for %s', async (_, setting) => {
		await expect(proven(setting, undefined)).resolves.toMatchObject({ asked: [], packs: undefined });
	});

	it.each<Scripted>([respond(404), respond(503), respond(403), new NoResponseError('no answer', false)])(
		'knows nothing where there is no answer, and does not end the run',
		async (answer) => {
			const { packs, run } = await proven({}, undefined, answer);
			expect([packs, run.warnings, run.log.debugs.length]).toEqual([undefined, [], 1]);
		},
	);

	it('asks nothing before a post of one of the hashtags was shown', async () => {
		const http = new ScriptedHttp();
		const client = new MastodonClient(http, 'here.example', () => undefined);
		const run = makeRun(client, { options: { hashtags: ['cats', 'dogs'] } });
		run.state.server = { software: 'mastodon', version: '4.5.0', checkedAt: NOON, packs: undefined };
		await provePacking(run);
		expect(http.asked).toEqual([]);
	});
});
