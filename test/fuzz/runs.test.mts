import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { headline } from '../../action/headline.mts';
import { renderSummary } from '../../action/summary.mts';
import { boostNewPosts } from '../../core/boost/boost-new-posts';
import type { HttpRequest } from '../../core/ports/http';
import { FakeClock } from '../fakes/fake-clock.mts';
import { makeOptions } from '../fakes/make-run.mts';
import { statusJson } from '../fakes/make-status.mts';
import { MemoryStore } from '../fakes/memory-store.mts';
import { RecordingLog } from '../fakes/recording-log.mts';
import { BoostingServer } from './boosting-server.mts';
import { fullBoost, fullStatus } from './examples.mts';
import { fuzzRuns } from './fuzz-runs.mts';
import { mutated } from './mutated.mts';
import type { Json } from './odd-json.mts';
import { oddAnswer } from './odd-answer.mts';

const SOFTWARE = fc.constantFrom('mastodon', 'gotosocial', 'akkoma', 'sharkey', 'snac', 'nobody');

describe('A run at a server that answers anything', () => {
	it('ends with a report and a summary, whichever answers are odd', async () => {
		const posts = [1, 2, 3].map((id) => statusJson({ id: BoostingServer.idOf(id), uri: `x:${id}` }));
		const answer = fc.oneof(
			{ weight: 5, arbitrary: fc.constant(undefined) },
			{ weight: 1, arbitrary: oddAnswer([fullStatus, fullBoost]) },
			{ weight: 1, arbitrary: oddAnswer(fullBoost) },
		);
		let finished = 0;
		await fc.assert(
			fc.asyncProperty(fc.array(answer, { minLength: 4, maxLength: 14 }), SOFTWARE, async (odd, software) => {
				const server = new BoostingServer(posts, software);
				let asked = 0;
				const http = {
					async request(request: HttpRequest) {
						const real = await server.request(request);
						return odd[asked++] ?? real;
					},
				};
				const log = new RecordingLog();
				const host = { http, clock: new FakeClock(), store: new MemoryStore(), log, random: () => 0.5 };
				const options = makeOptions({ onRateLimit: 'wait' });
				const report = await boostNewPosts(options, { ...host, onDecision: () => undefined });
				expect(renderSummary(report).length + headline(report).length).toBeLessThan(200_000);
				expect(JSON.stringify(report).length).toBeLessThan(5_000_000);
				expect(asked).toBeLessThan(200);
				if (!report.failure) finished++;
			}),
			fuzzRuns(400),
		);
		expect(finished).toBeGreaterThan(50);
	});

	it('boosts nothing twice, whatever the posts of its timeline are', async () => {
		const page = fc.array(mutated(fullStatus), { minLength: 1, maxLength: 5 });
		await fc.assert(
			fc.asyncProperty(page, SOFTWARE, async (entries, software) => {
				const posts = entries as ReadonlyArray<Record<string, Json>>;
				// No server has two posts of one id.
				const byId = new Map(
					posts.filter((post) => typeof post?.id === 'string').map((post) => [post.id, post]),
				);
				const server = new BoostingServer([...byId.values()], software);
				const log = new RecordingLog();
				const store = new MemoryStore();
				const host = { http: server, clock: new FakeClock(), store, log, random: () => 0.5 };
				for (let run = 0; run < 2; run++) {
					await boostNewPosts(makeOptions(), { ...host, onDecision: () => undefined });
				}
				expect(new Set(server.boosted).size).toBe(server.boosted.length);
			}),
			fuzzRuns(300),
		);
	});
});
