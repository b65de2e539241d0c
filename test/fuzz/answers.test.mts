import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { BoostError } from '../../core/boost-error';
import { NoResponseError } from '../../core/http/no-response-error';
import { ApiCaller } from '../../core/mastodon/api-caller';
import { MastodonClient } from '../../core/mastodon/client';
import { detectServer } from '../../core/mastodon/detect-server';
import type { Http, HttpResponse } from '../../core/ports/http';
import { capabilitiesOf } from '../../core/mastodon/server';
import { fullAccount, fullBoost, fullStatus } from './examples.mts';
import { expectSaneAccount, expectSaneStatus, expectTime } from './expect-sane.mts';
import { fuzzRuns } from './fuzz-runs.mts';
import type { Json } from './odd-json.mts';
import { oddAnswer } from './odd-answer.mts';

/** Gives the answers in turn, again from the first one. */
function serving(answers: readonly HttpResponse[]): Http {
	let asked = 0;
	return { request: async () => answers[asked++ % answers.length]! };
}

/** What the work gives; undefined for an error that ends a run with a sentence. */
async function settled<T>(work: Promise<T>): Promise<T | undefined> {
	return work.catch((error: unknown) => {
		if (!(error instanceof BoostError)) throw error;
		expect(error.message.length).toBeLessThan(1_000);
		return undefined;
	});
}

const some = (example: Json) => fc.array(oddAnswer(example), { minLength: 1, maxLength: 3 });

describe('Answers of any status, with any headers and body', () => {
	it('tell whose token it is, or why not', async () => {
		await fc.assert(
			fc.asyncProperty(some(fullAccount), async (answers) => {
				const client = new MastodonClient(serving(answers), 'here.example', () => undefined);
				const found = await settled(client.verifyCredentials());
				if (!found) return;
				expectSaneAccount(found.account);
				if (found.serverTime !== undefined) {
					expectTime(found.serverTime);
					// A clock set by it must still have a day that can be written.
					expectTime(found.serverTime + 400 * 86_400_000);
				}
			}),
			fuzzRuns(500),
		);
	});

	it('are posts, or failures with a sentence', async () => {
		let read = 0;
		await fc.assert(
			fc.asyncProperty(some([fullStatus, fullBoost]), some(fullBoost), async (pages, posts) => {
				const problems: string[] = [];
				const client = new MastodonClient(serving(pages), 'here.example', (problem) =>
					problems.push(problem),
				);
				const one = new MastodonClient(serving(posts), 'here.example', () => undefined);
				const found = [
					...((await settled(client.tagTimeline({ hashtag: 'cats', mayBeUnknown: true })))?.statuses ?? []),
					...((await settled(client.accountStatuses('1'))) ?? []),
					...((await settled(client.statuses(['1', '2']))) ?? []),
					await settled(one.status('1')),
				];
				for (const status of found) if (status) expectSaneStatus(status);
				read += found.length;
			}),
			fuzzRuns(500),
		);
		expect(read).toBeGreaterThan(500);
	});

	it('are what a search found, or a failure with a sentence', async () => {
		const example = { accounts: [], statuses: [fullStatus], hashtags: [] };
		await fc.assert(
			fc.asyncProperty(some(example), async (answers) => {
				const client = new MastodonClient(serving(answers), 'here.example', () => undefined);
				const found = await settled(client.findByUrl('https://there.example/@ada/1'));
				if (found) expectSaneStatus(found);
			}),
			fuzzRuns(300),
		);
	});

	it('say what came of a boost, and nothing is taken for a boost that names no post', async () => {
		await fc.assert(
			fc.asyncProperty(oddAnswer(fullBoost), async (answer) => {
				const client = new MastodonClient(serving([answer]), 'here.example', () => undefined);
				const { outcome, ...more } = await client.reblog('1', 'public');
				if (answer.status >= 400) expect(outcome).not.toBe('boosted');
				if ('status' in more) expectSaneStatus(more.status);
				else expect(more.message.length).toBeLessThan(300);
			}),
			fuzzRuns(600),
		);
	});

	it('name a software that can be looked up, or none', async () => {
		const rel = 'http://nodeinfo.diaspora.software/ns/schema/2.0';
		const nodeinfo = { links: [{ rel, href: 'https://here.example/nodeinfo/2.0' }] };
		const document = { software: { name: 'mastodon', version: '4.5.0' } };
		const instance = { version: '2.7.2 (compatible; Akkoma 3.16.0)' };
		const answers = fc.tuple(
			oddAnswer(nodeinfo),
			oddAnswer(document),
			oddAnswer(instance),
			oddAnswer(instance),
		);
		await fc.assert(
			fc.asyncProperty(answers, async (given) => {
				const asked: string[] = [];
				const http = serving(given);
				const server = await detectServer(
					{ request: (request) => (asked.push(request.path), http.request(request)) },
					'here.example',
				);
				for (const path of asked) expect(path).toMatch(/^\/[\w./-]+$/);
				if (!server) return;
				expect(typeof capabilitiesOf(server).boostScope).toBe('string');
				expect(server.software.length + server.version.length).toBeLessThan(300);
			}),
			fuzzRuns(400),
		);
	});

	it('are entities and lists of the right kind for every other endpoint', async () => {
		const call = { method: 'GET', path: '/api/v1/x', scope: 'read', subject: 'x' } as const;
		const oauth = { id: '1', client_id: 'abc', client_secret: 'def', redirect_uri: 'https://n8n.example/' };
		await fc.assert(
			fc.asyncProperty(some(oauth), some([oauth]), async (entities, lists) => {
				const entity = await settled(new ApiCaller(serving(entities), 'here.example').entity(call));
				if (entity) expect(Array.isArray(entity.value)).toBe(false);
				const list = await settled(new ApiCaller(serving(lists), 'here.example').list(call));
				for (const entry of list?.value ?? []) expect(typeof entry).toBe('object');
			}),
			fuzzRuns(400),
		);
	});

	it('that never came are told as such', async () => {
		const http = { request: () => Promise.reject(new NoResponseError('it is gone', true)) };
		const client = new MastodonClient(http, 'here.example', () => undefined);
		await expect(client.status('1')).rejects.toThrow(BoostError);
	});
});
