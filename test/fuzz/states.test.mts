import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { boostNewPosts } from '../../core/boost/boost-new-posts';
import { findNewPosts } from '../../core/boost/find-new-posts';
import { decodeState, encodeState, UnusableStateError } from '../../core/boost/state-codec';
import { FakeClock } from '../fakes/fake-clock.mts';
import { makeOptions, OWNER } from '../fakes/make-run.mts';
import { statusJson } from '../fakes/make-status.mts';
import { MemoryStore } from '../fakes/memory-store.mts';
import { RecordingLog } from '../fakes/recording-log.mts';
import { BoostingServer } from './boosting-server.mts';
import { expectTime } from './expect-sane.mts';
import { fuzzRuns } from './fuzz-runs.mts';
import { mutated } from './mutated.mts';
import { jsonText, oddJson } from './odd-json.mts';
import { oddText } from './odd-text.mts';
import { outcome } from './outcome.mts';
import { storedState } from './stored-state.mts';

const stateText = fc.oneof(
	{ weight: 8, arbitrary: mutated(storedState()).map(jsonText) },
	{ weight: 1, arbitrary: oddJson.map(jsonText) },
	{ weight: 1, arbitrary: oddText },
	{ weight: 1, arbitrary: fc.nat({ max: 1_000 }).map((length) => jsonText(storedState()).slice(0, length)) },
);

const SOFTWARE = fc.constantFrom('mastodon', 'gotosocial', 'akkoma', 'sharkey', 'snac', 'nobody');

function hostOf(http: BoostingServer, text: string) {
	const log = new RecordingLog();
	const store = new MemoryStore({ status: 'found', text });
	return {
		http,
		clock: new FakeClock(),
		store,
		log,
		random: () => 0.5,
		onDecision: () => undefined,
	};
}

describe('Stored states of any text', () => {
	it('are read or refused, and what was read is written so that it is read again', () => {
		let read = 0;
		fc.assert(
			fc.property(stateText, (text) => {
				const state = outcome(() => decodeState(text, OWNER), UnusableStateError);
				if (!state) return;
				read++;
				for (const { cursor, floor } of state.tags.values()) [cursor, floor].forEach(expectTime);
				for (const { createdAt } of [...state.queue, ...state.held]) expectTime(createdAt);
				const again = encodeState(state);
				expect(encodeState(decodeState(again, OWNER))).toBe(again);
			}),
			fuzzRuns(3_000),
		);
		expect(read).toBeGreaterThan(300);
	});

	it('lead to a run that ends with a report, boosts nothing twice and leaves a state that is read', async () => {
		const posts = [1, 2, 3, 4].map((id) => statusJson({ id: BoostingServer.idOf(id), uri: `x:${id}` }));
		let boosted = 0;
		await fc.assert(
			fc.asyncProperty(stateText, SOFTWARE, async (text, software) => {
				const server = new BoostingServer(posts, software);
				const host = hostOf(server, text);
				const options = makeOptions({ maxBoosts: 3 });
				for (let run = 0; run < 2; run++) {
					const report = await boostNewPosts(options, host);
					expect(report.failure).toBeUndefined();
					for (const post of report.boosted)
						expect(new Date(post.createdAt).toISOString()).toBe(post.createdAt);
				}
				expect(new Set(server.boosted).size).toBe(server.boosted.length);
				for (const path of server.asked)
					expect(path).toMatch(/^(?:GET|POST) (?:\/(?!\.\.?(?:\/|$))[\w.%~:-]+)+$/);
				boosted += server.boosted.length;
				decodeState(host.store.text!, OWNER);
			}),
			fuzzRuns(300),
		);
		expect(boosted).toBeGreaterThan(300);
	});

	it('lead to searches that end, and that find nothing twice once they wrote their own state', async () => {
		const posts = [1, 2, 3].map((id) => statusJson({ id: BoostingServer.idOf(id), uri: `x:${id}` }));
		await fc.assert(
			fc.asyncProperty(stateText, SOFTWARE, async (text, software) => {
				const host = hostOf(new BoostingServer(posts, software), text);
				await findNewPosts(makeOptions(), host);
				const second = await findNewPosts(makeOptions(), host);
				const third = await findNewPosts(makeOptions(), host);
				const uris = [...second.posts, ...third.posts].map(({ uri }) => uri);
				expect(new Set(uris).size).toBe(uris.length);
			}),
			fuzzRuns(150),
		);
	});
});
