import { describe, expect, it } from '@jest/globals';
import type { Page } from '../../../core/boost/read-timeline';
import { readUpward } from '../../../core/boost/read-timeline';
import type { MastodonClient } from '../../../core/mastodon/client';
import { idAt } from '../../../core/mastodon/id-time';
import { capabilitiesOf } from '../../../core/mastodon/server';
import type { Status } from '../../../core/mastodon/status';
import { NOON } from '../../fakes/fake-clock.mts';
import { FakeTimeline } from '../../fakes/fake-timeline.mts';
import { makeStatus } from '../../fakes/make-status.mts';

const MINUTE = 60_000;
const server = (software: string) => capabilitiesOf({ software, version: '4.5.0' });
const stream = { hashtags: ['cats'], query: { hashtag: 'cats', mayBeUnknown: true } };
const ago = (minutes: number) => NOON - minutes * MINUTE;
const idOf = (minutes: number) => idAt('snowflake', ago(minutes))!;
const post = (id: string, minutes: number) => makeStatus({ id, createdAt: ago(minutes) });
/** Posts of each minute from `from` to `to` minutes ago, newest first. */
const minutes = (from: number, to: number) =>
	Array.from({ length: to - from + 1 }, (_, index) => post(idOf(from + index), from + index));

async function pagesOf(reading: AsyncGenerator<Page>, most = 10): Promise<Page[]> {
	const pages: Page[] = [];
	for await (const page of reading) if (pages.push(page) === most) break;
	return pages;
}
const idsOf = (pages: readonly Page[]) => pages.flatMap(({ posts }) => posts.map(({ id }) => id));

/** A client that gives these pages, and says that each had so many entries. */
function clientOf(pages: ReadonlyArray<readonly Status[]>, size?: number) {
	const client = {
		asked: 0,
		async tagTimeline() {
			const statuses = pages[client.asked++] ?? [];
			return { statuses, size: size ?? statuses.length, problems: [] };
		},
	};
	return client as typeof client & MastodonClient;
}

describe('readUpward', () => {
	const read = (timeline: FakeTimeline, software = 'mastodon', since = ago(100)) =>
		pagesOf(readUpward({ client: timeline.client, server: server(software), stream, since }));

	it('gives the oldest first and says how far it came', async () => {
		const timeline = new FakeTimeline(minutes(1, 3));
		const pages = await read(timeline);
		expect(idsOf(pages)).toEqual([idOf(3), idOf(2), idOf(1)]);
		expect(pages.map(({ readUpTo }) => readUpTo)).toEqual([ago(1)]);
		expect(timeline.cursors).toEqual([`>${idOf(100)}`]);
	});

	it('goes from page to page without a hole', async () => {
		const timeline = new FakeTimeline(minutes(1, 90));
		const pages = await read(timeline);
		expect(idsOf(pages)).toEqual(
			minutes(1, 90)
				.map(({ id }) => id)
				.reverse(),
		);
		expect(timeline.cursors).toEqual([`>${idOf(100)}`, `>${idOf(51)}`, `>${idOf(11)}`]);
	});

	it('asks once more after a full page, and ends at an empty one', async () => {
		const timeline = new FakeTimeline(minutes(1, 40));
		await expect(read(timeline)).resolves.toHaveLength(1);
		expect(timeline.asked).toHaveLength(2);
	});

	it('goes on after a short page where that is not always the last', async () => {
		const ulid = (age: number) => makeStatus({ id: idAt('ulid', ago(age))!, createdAt: ago(age) });
		const timeline = new FakeTimeline([1, 2, 3, 4].map(ulid), { pageSize: 2 });
		const pages = await read(timeline, 'gotosocial');
		expect(idsOf(pages)).toHaveLength(4);
		expect(timeline.asked).toHaveLength(3);
	});

	it('reads a page that comes oldest first as well', async () => {
		const timeline = new FakeTimeline(minutes(1, 50), { ascending: true });
		expect(idsOf(await read(timeline))).toEqual(
			minutes(1, 50)
				.map(({ id }) => id)
				.reverse(),
		);
	});

	it('ends where the server gives the same page again', async () => {
		const page = minutes(1, 40);
		let asked = 0;
		const client = { tagTimeline: async () => ({ statuses: (asked++, page), size: 40, problems: [] }) };
		await pagesOf(
			readUpward({ client: client as never, server: server('mastodon'), stream, since: ago(100) }),
		);
		expect(asked).toBe(2);
	});

	it('gives nothing of an empty timeline', async () => {
		await expect(read(new FakeTimeline([]))).resolves.toEqual([]);
	});

	it.each([
		[40, 2],
		[39, 2],
		[21, 2],
		[20, 1],
		[0, 1],
	])('asks after a page of %d posts %d times in all', async (size, asked) => {
		const client = clientOf([minutes(10, 9 + size), []]);
		await pagesOf(readUpward({ client, server: server('mastodon'), stream, since: ago(100) }));
		expect(client.asked).toBe(asked);
	});

	it('goes on where posts that were deleted meanwhile shorten a page of a backlog', async () => {
		const client = clientOf([minutes(62, 90), minutes(1, 15)]);
		const pages = await pagesOf(readUpward({ client, server: server('mastodon'), stream, since: ago(100) }));
		expect(idsOf(pages)).toHaveLength(44);
	});

	it('counts entries that are no posts, too, to know whether a page was the last one', async () => {
		const client = clientOf([minutes(62, 66), minutes(1, 5)], 40);
		const pages = await pagesOf(readUpward({ client, server: server('mastodon'), stream, since: ago(100) }));
		expect(idsOf(pages)).toHaveLength(10);
	});
});
