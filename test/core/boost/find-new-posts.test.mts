import { describe, expect, it } from '@jest/globals';
import { findNewPosts } from '../../../core/boost/find-new-posts';
import type { Options } from '../../../core/boost/options';
import { ServerUnreachableError, TokenRefusedError } from '../../../core/mastodon/api-errors';
import { idAt } from '../../../core/mastodon/id-time';
import { FakeClock, NOON } from '../../fakes/fake-clock.mts';
import { makeOptions } from '../../fakes/make-run.mts';
import { accountJson, statusJson } from '../../fakes/make-status.mts';
import { MemoryStore } from '../../fakes/memory-store.mts';
import { RecordingLog } from '../../fakes/recording-log.mts';
import { respond } from '../../fakes/scripted-http.mts';
import { ServedTimeline } from '../../fakes/served-timeline.mts';

type Entity = Record<string, unknown>;

const MINUTE = 60_000;
const TIMELINE = '/api/v1/timelines/tag/cats';

/** One post a minute until now, the oldest first, each by another author. */
const posts = (count: number) =>
	Array.from({ length: count }, (_, index) => {
		const at = NOON - (count - index) * MINUTE;
		const account = accountJson({ acct: `author${index}@remote.example` });
		return statusJson({ id: idAt('snowflake', at), created_at: new Date(at).toISOString(), account });
	});
const idsOf = (found: ReadonlyArray<{ readonly id?: unknown }>) => found.map(({ id }) => id);

function searchOf(http: ServedTimeline, changes: Partial<Options> = {}) {
	const store = new MemoryStore();
	const clock = new FakeClock();
	const host = {
		http,
		clock,
		store,
		log: new RecordingLog(),
		random: () => 0.5,
		onDecision: () => undefined,
	};
	return { store, clock, find: () => findNewPosts(makeOptions(changes), host) };
}

describe('findNewPosts', () => {
	it('hands out the posts as the server gave them, the oldest first, and boosts none', async () => {
		const http = new ServedTimeline(posts(3));
		const { posts: found, report } = await searchOf(http).find();
		expect(found.map(({ raw }) => raw)).toEqual(http.posts);
		expect(report).toMatchObject({
			account: 'me@here.example',
			server: 'mastodon 4.5.0',
			failure: undefined,
		});
		expect(http.asked.filter((line) => line.startsWith('POST'))).toEqual([]);
	});

	it('finds each post once', async () => {
		const http = new ServedTimeline(posts(2));
		const { find, clock, store } = searchOf(http);
		await find();
		clock.advance(MINUTE);
		http.posts = [...http.posts, statusJson({ id: idAt('snowflake', NOON) })];
		expect(idsOf((await find()).posts)).toEqual([idAt('snowflake', NOON)]);
		expect(store.saved).toHaveLength(2);
	});

	it('stores nothing where nothing was found', async () => {
		const { find, clock, store } = searchOf(new ServedTimeline(posts(2)));
		await find();
		clock.advance(MINUTE);
		await expect(find()).resolves.toMatchObject({ posts: [] });
		expect(store.saved).toHaveLength(1);
	});

	it('finds posts that the account boosted itself', async () => {
		const http = new ServedTimeline(posts(1).map((post): Entity => ({ ...post, reblogged: true })));
		expect((await searchOf(http).find()).posts).toHaveLength(1);
	});

	it('finds what the options allow, and nothing else', async () => {
		const [kept, reply] = posts(2);
		const http = new ServedTimeline([kept!, { ...reply!, in_reply_to_id: '5' }]);
		const { posts: found, report } = await searchOf(http).find();
		expect(idsOf(found)).toEqual([kept!.id]);
		expect(report.reasons).toEqual({ reply: 1 });
	});

	it('finds a single post of each author where it is told so, for ever', async () => {
		const same = posts(2).map((post): Entity => ({ ...post, account: accountJson() }));
		const http = new ServedTimeline(same);
		const { find, clock } = searchOf(http, { firstPostOnly: true });
		expect(idsOf((await find()).posts)).toEqual([same[0]!.id]);
		clock.advance(MINUTE);
		http.posts = [...same, statusJson({ id: idAt('snowflake', NOON) })];
		expect((await find()).posts).toEqual([]);
	});

	it('reads on beyond what a queue can hold', async () => {
		const http = new ServedTimeline(posts(700));
		const { posts: found, report } = await searchOf(http).find();
		expect(idsOf(found)).toEqual(idsOf(http.posts));
		expect(report.unread).toEqual([]);
	});

	it('hands out what it found until a rate limit, and the rest the next time', async () => {
		const limit = respond(429, '', { 'retry-after': '60' });
		const http = new ServedTimeline(posts(60), (path, count) =>
			path === TIMELINE && count === 2 ? limit : undefined,
		);
		const { find, clock } = searchOf(http);
		const first = await find();
		expect(first.posts).toHaveLength(40);
		expect(first.report.rateLimited).toEqual({ resumesAt: new Date(NOON + MINUTE).toISOString() });
		clock.advance(MINUTE);
		const second = await find();
		expect(idsOf([...first.posts, ...second.posts])).toEqual(idsOf(http.posts));
	});

	it('stores nothing in a dry run', async () => {
		const { find, store } = searchOf(new ServedTimeline(posts(2)), { dryRun: true });
		expect((await find()).posts).toHaveLength(2);
		expect(store.saved).toEqual([]);
	});

	it('throws that the token is refused, and stores nothing', async () => {
		const { find, store } = searchOf(new ServedTimeline([], () => respond(401)));
		await expect(find()).rejects.toEqual(new TokenRefusedError('here.example', 'invalid'));
		expect(store.saved).toEqual([]);
	});

	it('throws that nothing could be read, and stores nothing', async () => {
		const down = (path: string) => (path === TIMELINE ? respond(503) : undefined);
		const { find, store, clock } = searchOf(new ServedTimeline([], down));
		await expect(find()).rejects.toBeInstanceOf(ServerUnreachableError);
		expect(store.saved).toEqual([]);
		expect(clock.sleeps).toHaveLength(3);
	});
});
