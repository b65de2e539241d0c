import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import type { Page } from '../../../core/boost/read-timeline';
import { readDownward, readUpward } from '../../../core/boost/read-timeline';
import { idAt } from '../../../core/mastodon/id-time';
import { capabilitiesOf } from '../../../core/mastodon/server';
import type { Status } from '../../../core/mastodon/status';
import { NOON } from '../../fakes/fake-clock.mts';
import { FakeTimeline } from '../../fakes/fake-timeline.mts';
import { makeStatus } from '../../fakes/make-status.mts';

const stream = { hashtags: ['cats'], query: { hashtag: 'cats', mayBeUnknown: true } };
const server = (software: string) => capabilitiesOf({ software, version: '4.5.0' });

/** Posts of different milliseconds before noon, the newest first. */
const timelines = fc
	.uniqueArray(fc.integer({ min: 1, max: 5_000 }), { maxLength: 130, size: 'max' })
	.map((ages) => ages.sort((a, b) => a - b).map((age) => postAt(NOON - age)));
const pageSizes = fc.integer({ min: 1, max: 40 });
const starts = fc.integer({ min: 0, max: 6_000 }).map((age) => NOON - age);
/** What happens after each page: so many posts arrive on top, and one is deleted. */
const meanwhile = fc.array(fc.tuple(fc.nat(3), fc.option(fc.nat(200))), { maxLength: 20 });

function postAt(createdAt: number): Status {
	return makeStatus({ id: idAt('ulid', createdAt)!, createdAt });
}

/** Reads a timeline to which things happen. Answers what was given, and what was there all the time. */
async function readAll(
	timeline: FakeTimeline,
	reading: AsyncGenerator<Page>,
	happenings: ReadonlyArray<readonly [arrived: number, deleted: number | null]>,
) {
	const given: Status[] = [];
	const before = timeline.posts;
	let arrivals = 0;
	let pages = 0;
	for await (const { posts } of reading) {
		given.push(...posts);
		const [arrived, deleted] = happenings[pages++] ?? [0, null];
		const fresh = Array.from({ length: arrived }, () => postAt(NOON + ++arrivals));
		timeline.posts = [...fresh.reverse(), ...timeline.posts].filter((_, index) => index !== deleted);
	}
	return { given, stayed: before.filter((post) => timeline.posts.includes(post)) };
}

describe('any timeline', () => {
	it('is read upward whole, each post once, whatever happens between two pages', async () => {
		await fc.assert(
			fc.asyncProperty(
				timelines,
				pageSizes,
				starts,
				meanwhile,
				async (posts, pageSize, since, happenings) => {
					const timeline = new FakeTimeline(posts, { pageSize });
					const { client } = timeline;
					const reading = readUpward({ client, server: server('gotosocial'), stream, since });
					const { given, stayed } = await readAll(timeline, reading, happenings);
					expect(new Set(given).size).toBe(given.length);
					expect(stayed.filter((post) => post.createdAt > since && !given.includes(post))).toEqual([]);
					expect(given).toEqual([...given].sort((a, b) => a.createdAt - b.createdAt));
				},
			),
		);
	});

	it.each(['sharkey', 'akkoma'])('is read downward whole on %s, each post once', async (software) => {
		await fc.assert(
			fc.asyncProperty(
				timelines,
				pageSizes,
				starts,
				meanwhile,
				async (posts, pageSize, since, happenings) => {
					const timeline = new FakeTimeline(posts, { pageSize });
					const { client } = timeline;
					const known = { isAny: false, has: () => false, isTip: () => false, wasEmpty: false };
					const reading = readDownward({ client, server: server(software), stream, since }, known);
					// A post by which the timeline was paged may be gone only where ids are compared, as on most servers.
					const arrivals = happenings.map(([arrived]) => [arrived, null] as const);
					const { given, stayed } = await readAll(timeline, reading, arrivals);
					expect(new Set(given).size).toBe(given.length);
					expect(stayed.filter((post) => post.createdAt >= since && !given.includes(post))).toEqual([]);
				},
			),
		);
	});
});
