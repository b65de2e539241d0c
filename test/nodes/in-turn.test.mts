import { describe, expect, it } from '@jest/globals';
import { inTurn } from '../../nodes/Mastodon/in-turn';

describe('inTurn', () => {
	/** Work that ends when told to. */
	const work = (name: string, told: string[]) => {
		const { promise, resolve, reject } = Promise.withResolvers<string>();
		const start = () => {
			told.push(name);
			return promise;
		};
		return { start, end: () => resolve(name), fail: () => reject(new Error(name)) };
	};
	const settled = () => new Promise((resolve) => setImmediate(resolve));

	it('does one after the other under the same key, and others beside them', async () => {
		const told: string[] = [];
		const [first, second, other] = [work('first', told), work('second', told), work('other', told)];
		const all = [inTurn('a', first.start), inTurn('a', second.start), inTurn('b', other.start)];
		await settled();
		expect(told).toEqual(['first', 'other']);
		first.end();
		await settled();
		expect(told).toEqual(['first', 'other', 'second']);
		second.end();
		other.end();
		expect(await Promise.all(all)).toEqual(['first', 'second', 'other']);
	});

	it('goes on after work that failed, whose failure is its own', async () => {
		const told: string[] = [];
		const [first, second] = [work('first', told), work('second', told)];
		const [failing, fine] = [inTurn('a', first.start), inTurn('a', second.start)];
		second.end();
		first.fail();
		await expect(failing).rejects.toThrow('first');
		await expect(fine).resolves.toBe('second');
	});
});
