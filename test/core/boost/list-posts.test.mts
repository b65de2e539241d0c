import { describe, expect, it } from '@jest/globals';
import { listPosts } from '../../../core/boost/list-posts';
import type { Http } from '../../../core/ports/http';
import { FakeClock } from '../../fakes/fake-clock.mts';
import { makeOptions } from '../../fakes/make-run.mts';
import { accountJson, statusJson } from '../../fakes/make-status.mts';
import { RecordingLog } from '../../fakes/recording-log.mts';
import { ok, respond } from '../../fakes/scripted-http.mts';

describe('listPosts', () => {
	it('ends at a server that gives the same pages in turn, over and over', async () => {
		const pages = [[statusJson({ id: '9' })], [statusJson({ id: '8' })]];
		let asked = 0;
		const http: Http = {
			async request({ path }) {
				if (path.endsWith('/verify_credentials')) return ok(accountJson({ id: '1', acct: 'me' }));
				if (!path.startsWith('/api/v1/timelines/tag/')) return respond(404);
				return ok(pages[asked++ % 2]);
			},
		};
		const host = { http, clock: new FakeClock(), log: new RecordingLog(), random: () => 0.5 };
		const options = { ...makeOptions(), maxAge: Infinity };
		const found = await listPosts(options, host, { most: Infinity, pages: Infinity });
		expect(found.map(({ id }) => id)).toEqual(['9', '8']);
		expect(asked).toBe(3);
	});
});
