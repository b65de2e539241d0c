import { describe, expect, it } from '@jest/globals';
import { boostQueue } from '../../../core/boost/boost-queue';
import { entryOf } from '../../../core/boost/run-context';
import { MastodonClient } from '../../../core/mastodon/client';
import { NOON } from '../../fakes/fake-clock.mts';
import { makeRun } from '../../fakes/make-run.mts';
import { makeAccount, makeStatus, statusJson } from '../../fakes/make-status.mts';
import type { Scripted } from '../../fakes/scripted-http.mts';
import { ok, respond, ScriptedHttp } from '../../fakes/scripted-http.mts';

type Setting = NonNullable<Parameters<typeof makeRun>[1]>;

/** A post by an author of its own, unless `name` says whose; the lower id is the older one. */
const post = (id: number, name = `author${id}`) =>
	makeStatus({
		id: String(id),
		createdAt: NOON - 3_600_000 + id * 1000,
		account: makeAccount({ acct: `${name}@remote.example` }),
	});

/** A run whose queue holds posts that it just read, so that Mastodon is asked for the boost alone. */
function sceneOf(posts: ReadonlyArray<ReturnType<typeof post>>, setting: Setting, ...answers: Scripted[]) {
	const http = new ScriptedHttp(...answers);
	const run = makeRun(new MastodonClient(http, 'here.example', () => undefined), setting);
	for (const one of posts) {
		run.state.queue.push(entryOf(one, ['cats']));
		run.fresh.set(one.id, one);
	}
	const told = () => run.decisions.map(({ id, reason }) => `${id} ${reason}`);
	return { http, run, told };
}
const several = (count: number, name?: string) =>
	Array.from({ length: count }, (_, index) => post(index + 1, name));
const boosted = ({ path }: { readonly path: string }) =>
	ok(statusJson({ id: '900', reblog: statusJson({ id: path.split('/')[4] }) }));

describe('boostQueue', () => {
	it('boosts the oldest first, and says that the rest waits', async () => {
		const { run, http, told } = sceneOf(
			several(3).reverse(),
			{ options: { maxBoosts: 2 } },
			boosted,
			boosted,
		);
		await expect(boostQueue(run)).resolves.toBeUndefined();
		expect(http.asked).toEqual(['POST /api/v1/statuses/1/reblog', 'POST /api/v1/statuses/2/reblog']);
		expect(told()).toEqual(['1 boosted', '2 boosted', '3 max-boosts']);
		expect(run.state.queue.map(({ id }) => id)).toEqual(['3']);
	});

	it('pauses between boosts, and neither before the first nor after the last', async () => {
		const options = { boostInterval: 30_000 };
		const { run } = sceneOf(several(3), { options }, boosted, boosted, boosted);
		await boostQueue(run);
		expect(run.clock.sleeps).toEqual([30_000, 30_000]);
	});

	it.each([
		['as long as the server wants', 5, 30],
		['longer where the user wants that', 30, 5],
	])('pauses %s', async (_what, boostInterval, boostPause) => {
		const { run } = sceneOf(
			several(2),
			{ options: { boostInterval }, server: { boostPause } },
			boosted,
			boosted,
		);
		await boostQueue(run);
		expect(run.clock.sleeps).toEqual([30]);
	});

	it('pauses after a boost that failed, and not after a post that is gone', async () => {
		const server = { boostPause: 1000 };
		const { run } = sceneOf(several(3), { server }, respond(404), respond(400), boosted);
		await boostQueue(run);
		expect(run.clock.sleeps).toEqual([1000]);
	});

	it('does not pause in a dry run', async () => {
		const { run } = sceneOf(several(2), { options: { boostInterval: 30_000, dryRun: true } });
		await boostQueue(run);
		expect(run.clock.sleeps).toEqual([]);
	});

	it('lets another post have the turn of one that is gone', async () => {
		const { run, told } = sceneOf(several(3), { options: { maxBoosts: 1 } }, respond(404), boosted);
		await boostQueue(run);
		expect(told()).toEqual(['1 gone', '2 boosted', '3 max-boosts']);
	});

	it('boosts an author as often as may be in 24 hours', async () => {
		const { run, told } = sceneOf(
			several(3, 'ada'),
			{ options: { maxBoostsPerAuthor: 2 } },
			boosted,
			boosted,
		);
		await boostQueue(run);
		expect(told()).toEqual(['1 boosted', '2 boosted', '3 author-limit']);
	});

	it('counts what earlier runs boosted of the author', async () => {
		const { run, told } = sceneOf(several(1, 'ada'), { options: { maxBoostsPerAuthor: 1 } });
		run.state.authors.add('ada@remote.example', NOON - 60_000, false);
		await boostQueue(run);
		expect(told()).toEqual(['1 author-limit']);
	});

	it.each<[string, NonNullable<Setting['options']>]>([
		['a share of one', { maxBoostsPerAuthor: 1 }],
		['one boost for ever', { firstPostOnly: true }],
		['one boost for ever, as many as they like in a day', { firstPostOnly: true, maxBoostsPerAuthor: 0 }],
	])('boosts no second post of an author with %s while it is not known of the first', async (_, options) => {
		const { run, http, told } = sceneOf(several(2, 'ada'), { options }, respond(500));
		run.state.queue[0]!.unsure = true;
		await boostQueue(run);
		expect(http.asked).toEqual(['GET /api/v1/statuses/1']);
		expect(told()).toEqual(['1 outcome-unknown', '2 author-limit']);
	});

	it('boosts no second post of an author whose first boost got lost in this run', async () => {
		const options = { maxBoostsPerAuthor: 1 };
		const { run, http, told } = sceneOf(several(2, 'ada'), { options }, respond(500), respond(500));
		await boostQueue(run);
		expect(http.asked).toEqual(['POST /api/v1/statuses/1/reblog', 'GET /api/v1/statuses/1']);
		expect(told()).toEqual(['1 outcome-unknown', '2 author-limit']);
	});

	it('looks again at a post that could not be looked at, though it takes the share of its author', async () => {
		const { run, http } = sceneOf(several(1, 'ada'), { options: { maxBoostsPerAuthor: 1 } }, respond(500));
		Object.assign(run.state.queue[0]!, { unsure: true, deferred: true });
		await boostQueue(run);
		expect(http.asked).toEqual(['GET /api/v1/statuses/1']);
	});

	it('boosts no second post of an author whose first and only boost got lost in this run', async () => {
		const options = { firstPostOnly: true };
		const { run, http } = sceneOf(several(2, 'ada'), { options }, respond(500), respond(500), boosted);
		await boostQueue(run);
		expect(http.asked).toEqual(['POST /api/v1/statuses/1/reblog', 'GET /api/v1/statuses/1']);
	});

	it('tries what could not be looked at while the others wait for the share of their author', async () => {
		const posts = [post(1, 'ada'), post(2, 'bob')];
		const { run, told } = sceneOf(posts, { options: { maxBoostsPerAuthor: 1 } }, boosted);
		run.state.authors.add('ada@remote.example', NOON - 60_000, false);
		run.state.queue[1]!.deferred = true;
		await boostQueue(run);
		expect(told()).toEqual(['2 boosted', '1 author-limit']);
	});

	it('asks nothing of an empty queue', async () => {
		const { run, http } = sceneOf([], {});
		await expect(boostQueue(run)).resolves.toBeUndefined();
		expect([http.asked, run.decisions]).toEqual([[], []]);
	});

	it('reports in a dry run no more posts of an author than it would boost, over all turns', async () => {
		const gone = { ...post(3, 'bob'), visibility: 'private' };
		const posts = [post(1, 'ada'), post(2, 'ada'), gone, post(4, 'ada')];
		const options = { dryRun: true, maxBoosts: 3, maxBoostsPerAuthor: 2 };
		const { run, http, told } = sceneOf(posts, { options });
		await boostQueue(run);
		expect(told()).toEqual(['1 dry-run', '2 dry-run', '3 not-public', '4 author-limit']);
		expect(http.asked).toEqual([]);
	});

	it('reports in a dry run no more posts than it would boost', async () => {
		const { run, told } = sceneOf(several(3), { options: { dryRun: true, maxBoosts: 2 } });
		await boostQueue(run);
		expect(told()).toEqual(['1 dry-run', '2 dry-run', '3 max-boosts']);
	});
});
