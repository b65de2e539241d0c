import { describe, expect, it } from '@jest/globals';
import { OwnBoosts } from '../../../core/boost/own-boosts';
import type { MastodonClient } from '../../../core/mastodon/client';
import type { Status } from '../../../core/mastodon/status';
import { NOON } from '../../fakes/fake-clock.mts';
import { makeStatus } from '../../fakes/make-status.mts';

const HOUR = 3_600_000;
const boost = (id: string, hours: number) =>
	makeStatus({ id, createdAt: NOON - hours * HOUR, reblog: makeStatus({ id: `of-${id}`, uri: `x:${id}` }) });

function ownBoostsOf(...pages: Array<readonly Status[]>) {
	const asked: Array<string | undefined> = [];
	const fake: Pick<MastodonClient, 'accountStatuses'> = {
		async accountStatuses(_, maxId) {
			asked.push(maxId);
			return pages.shift() ?? [];
		},
	};
	return { own: new OwnBoosts(fake as MastodonClient, '1'), asked };
}

describe('OwnBoosts', () => {
	it('knows the posts that were boosted, and no others', async () => {
		const { own, asked } = ownBoostsOf([boost('3', 1), makeStatus({ id: '2', uri: 'x:own' })]);
		const boosts = await own.read(NOON - 2 * HOUR);
		expect(boosts.map(({ post, boostedAt }) => [post.uri, boostedAt])).toEqual([['x:3', NOON - HOUR]]);
		expect([own.has('x:3'), own.has('x:own')]).toEqual([true, false]);
		expect(asked).toEqual([undefined, '2']);
	});

	it('reads on until it is far enough back', async () => {
		const { own, asked } = ownBoostsOf([boost('9', 1)], [boost('8', 3)], [boost('7', 5)]);
		await own.read(NOON - 2 * HOUR);
		expect(asked).toEqual([undefined, '9']);
		expect([own.has('x:8'), own.has('x:7')]).toEqual([true, false]);
	});

	it('does not go in circles where the server ignores max_id', async () => {
		const page = [boost('9', 1)];
		const { own, asked } = ownBoostsOf(page, page, page);
		await own.read(0);
		expect(asked).toEqual([undefined, '9']);
	});

	it('reads a bounded number of pages', async () => {
		const { own, asked } = ownBoostsOf(
			...Array.from({ length: 100 }, (_, index) => [boost(String(999 - index), 1)]),
		);
		await own.read(0);
		expect(asked).toHaveLength(20);
	});

	it('reads the latest page again where another run may boost, and no more', async () => {
		const old = [boost('8', 1), boost('7', 3)];
		const { own, asked } = ownBoostsOf(
			old,
			[boost('9', 0), ...old],
			[boost('9', 0), ...old],
			[boost('6', 6)],
		);
		await own.readOn(NOON - 2 * HOUR);
		await own.readOn(NOON - 2 * HOUR);
		expect([own.has('x:9'), asked]).toEqual([true, [undefined, undefined]]);
		await own.readOn(NOON - 5 * HOUR);
		expect([own.has('x:6'), asked]).toEqual([true, [undefined, undefined, undefined, '7']]);
	});

	it('reads once, unless it has to look further back', async () => {
		const { own, asked } = ownBoostsOf([boost('9', 3)], [boost('9', 3)], [boost('8', 6)]);
		await own.readOnce(NOON - 2 * HOUR);
		await own.readOnce(NOON - HOUR);
		expect(asked).toHaveLength(1);
		await own.readOnce(NOON - 5 * HOUR);
		expect(asked).toHaveLength(3);
	});

	it('covers what it read, and everything where it came to the end', async () => {
		const { own } = ownBoostsOf([boost('9', 3)]);
		expect(own.covers(NOON)).toBe(false);
		await own.read(NOON - 2 * HOUR);
		expect([own.covers(NOON - 3 * HOUR), own.covers(NOON - 4 * HOUR)]).toEqual([true, false]);
		await own.read(0);
		expect(own.covers(0)).toBe(true);
	});
});
