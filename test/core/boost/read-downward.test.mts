import { describe, expect, it } from '@jest/globals';
import type { Knowledge, Page } from '../../../core/boost/read-timeline';
import { readDownward } from '../../../core/boost/read-timeline';
import { idAt } from '../../../core/mastodon/id-time';
import { capabilitiesOf } from '../../../core/mastodon/server';
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
const knowing = (...ids: string[]): Knowledge => ({
	isAny: ids.length > 0,
	has: ({ id }) => ids.includes(id),
	isTip: () => false,
	wasEmpty: false,
});

async function pagesOf(reading: AsyncGenerator<Page>, most = 10): Promise<Page[]> {
	const pages: Page[] = [];
	for await (const page of reading) if (pages.push(page) === most) break;
	return pages;
}
const idsOf = (pages: readonly Page[]) => pages.flatMap(({ posts }) => posts.map(({ id }) => id));

describe('readDownward', () => {
	const read = (
		timeline: FakeTimeline,
		software: string,
		known: Knowledge = knowing(),
		{ since = ago(60), before, most = 10 }: { since?: number; before?: string; most?: number } = {},
	) =>
		pagesOf(
			readDownward({ client: timeline.client, server: server(software), stream, since }, known, before),
			most,
		);

	it('gives the newest first and ends past the time that is wanted', async () => {
		const timeline = new FakeTimeline(minutes(1, 200));
		const pages = await read(timeline, 'sharkey');
		expect(idsOf(pages)).toEqual(minutes(1, 60).map(({ id }) => id));
		expect(timeline.cursors).toEqual(['', `<${idOf(40)}`]);
	});

	it('says below which id a reader who stops may go on', async () => {
		const timeline = new FakeTimeline(minutes(1, 200));
		const [page] = await read(timeline, 'sharkey', knowing(), { most: 1 });
		expect(page?.below).toBe(idOf(40));
	});

	it('begins at the top again where the post to go on below was deleted before it began', async () => {
		const timeline = new FakeTimeline(minutes(1, 100), { cursorsMustExist: true });
		timeline.posts = timeline.posts.filter(({ id }) => id !== idOf(30));
		const pages = await read(timeline, 'snac', knowing(), { since: ago(100), before: idOf(30) });
		expect(idsOf(pages)).toEqual(timeline.posts.map(({ id }) => id));
	});

	it('begins at the top again where the post to go on below was deleted between two pages', async () => {
		const timeline = new FakeTimeline(minutes(1, 100), { cursorsMustExist: true });
		const setting = { client: timeline.client, server: server('snac'), stream, since: ago(100) };
		const reading = readDownward(setting, knowing());
		await reading.next();
		timeline.posts = timeline.posts.filter(({ id }) => id !== idOf(40));
		const rest = await pagesOf(reading);
		expect(idsOf(rest)).toEqual(timeline.posts.map(({ id }) => id));
	});

	it('ends where there is nothing below the post to go on below', async () => {
		const timeline = new FakeTimeline(minutes(1, 30), { cursorsMustExist: true });
		expect(await read(timeline, 'snac', knowing(), { before: idOf(30) })).toEqual([]);
		expect(timeline.cursors).toEqual([`<${idOf(30)}`]);
	});

	it('goes on below an id', async () => {
		const timeline = new FakeTimeline(minutes(1, 45));
		const pages = await read(timeline, 'sharkey', knowing(), { before: idOf(40) });
		expect(idsOf(pages)).toEqual(minutes(41, 45).map(({ id }) => id));
	});

	it('goes on after a short page', async () => {
		const timeline = new FakeTimeline(minutes(1, 9), { pageSize: 4 });
		expect(idsOf(await read(timeline, 'unknown'))).toHaveLength(9);
		expect(timeline.cursors).toEqual(['', `<${idOf(4)}`, `<${idOf(8)}`, `<${idOf(9)}`]);
	});

	it('ends where the server does not heed max_id', async () => {
		const timeline = new FakeTimeline(minutes(1, 45), { ignoresMaxId: true });
		expect(idsOf(await read(timeline, 'unknown'))).toHaveLength(40);
		expect(timeline.asked).toHaveLength(2);
	});

	it('takes an old post on top for old where nothing is known yet', async () => {
		const timeline = new FakeTimeline([post('old', 500), post('new', 5)]);
		expect(idsOf(await read(timeline, 'akkoma'))).toEqual(['new']);
	});

	it('takes an old post above one that was seen for a late one', async () => {
		const timeline = new FakeTimeline([post('late', 500), post('seen', 400), post('older', 600)]);
		expect(idsOf(await read(timeline, 'akkoma', knowing('seen')))).toEqual(['late']);
	});

	it('takes an old post above a recent one that was seen for a late one', async () => {
		const timeline = new FakeTimeline([post('late', 500), post('seen', 5), post('older', 600)]);
		expect(idsOf(await read(timeline, 'akkoma', knowing('seen')))).toEqual(['late', 'seen']);
	});

	it('finds late posts that fill more than a page', async () => {
		const late = Array.from({ length: 50 }, (_, index) => post(`late${index}`, 300 + index));
		const timeline = new FakeTimeline([...late, post('seen', 400)]);
		expect(idsOf(await read(timeline, 'akkoma', knowing('seen')))).toHaveLength(50);
	});

	it('looks for no late posts where the order is that of the ids', async () => {
		const timeline = new FakeTimeline([post('late', 500), post('seen', 5)]);
		expect(idsOf(await read(timeline, 'sharkey', knowing('seen')))).toEqual(['seen']);
	});

	it('settles nothing below a late post before it is known to be one', async () => {
		const late = Array.from({ length: 39 }, (_, index) => post(`late${index}`, 300 + index));
		const timeline = new FakeTimeline([post('new', 5), ...late, post('seen', 400)]);
		const pages = await read(timeline, 'akkoma', knowing('seen'));
		expect(pages.map(({ below }) => below)).toEqual(['new', 'seen']);
	});

	it('takes no old post under what stood on top last time for a late one, whatever is known further down', async () => {
		const timeline = new FakeTimeline([post('top', 5), post('forgotten', 90), post('known', 95)]);
		const known = { ...knowing('top', 'known'), isTip: ({ id }: { id: string }) => id === 'top' };
		expect(idsOf(await read(timeline, 'takahe', known))).toEqual(['top']);
		expect(idsOf(await read(timeline, 'takahe', knowing('top', 'known')))).toContain('forgotten');
	});

	it('takes all of a timeline that was empty for new', async () => {
		const timeline = new FakeTimeline([post('new', 5), post('late', 90), post('later', 95)]);
		const known = { ...knowing(), isAny: true, wasEmpty: true };
		expect(idsOf(await read(timeline, 'takahe', known))).toEqual(['new', 'late', 'later']);
	});

	it('gives nothing of an empty timeline', async () => {
		await expect(read(new FakeTimeline([]), 'unknown')).resolves.toEqual([]);
	});
});
