import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import type { StateStore } from '../../core/ports/state-store';
import { STORES } from './open-stores.mts';
import type { StorePlace } from './open-stores.mts';

const OWNER = { instance: 'here.example', accountId: '1', query: 'any:cats' };

describe.each(Object.entries(STORES))('The StateStore port: %s', (name, openPlace) => {
	let place: StorePlace;
	beforeEach(() => {
		place = openPlace();
	});
	afterEach(() => place.close());

	/** One run: loads, and does with the store what a run does. Answers what was loaded. */
	const run = async (
		work: (store: StateStore) => Promise<unknown> = async () => undefined,
		owner = OWNER,
	) => {
		const store = place.open();
		const loaded = await store.load(owner);
		await work(store);
		place.end();
		return loaded;
	};
	const saving = (...texts: string[]) =>
		run(async (store) => {
			for (const text of texts) await store.save(text);
		});

	it('has nothing at first, and still nothing after a run that saved nothing', async () => {
		expect(await run()).toEqual({ status: 'absent' });
		expect(await run()).toEqual({ status: 'absent' });
	});

	it.each([
		['plain', '{"a":1}'],
		['foreign', '{"name":"Zoë 🐈\\u2028"}\n'],
		['large', JSON.stringify({ text: 'x'.repeat(300_000) })],
	])('gives the next run a %s text as it was saved', async (_kind, text) => {
		await saving(text);
		expect(await run()).toEqual({ status: 'found', text });
		expect(await run()).toEqual({ status: 'found', text });
	});

	it('keeps the last of several texts, also a shorter one', async () => {
		await saving('a longer first text', 'second', '3');
		expect(await run()).toEqual({ status: 'found', text: '3' });
		await saving('fourth');
		expect(await run()).toEqual({ status: 'found', text: 'fourth' });
	});

	it('puts a text aside, says where in words, and keeps what is saved then', async () => {
		await saving('unusable');
		let where = '';
		await run(async (store) => {
			where = await store.setAside('unusable');
			await store.save('usable');
		});
		expect(where).toMatch(/\w+/);
		expect(await run()).toEqual({ status: 'found', text: 'usable' });
	});

	// The user's file and the tests' memory are one place for whoever uses them.
	if (/Cache|StaticData/.test(name)) {
		it('keeps the texts of two owners apart', async () => {
			const other = { ...OWNER, query: 'any:dogs' };
			await saving('cats');
			expect(await run((store) => store.save('dogs'), other)).toEqual({ status: 'absent' });
			expect(await run()).toEqual({ status: 'found', text: 'cats' });
			expect(await run(undefined, other)).toEqual({ status: 'found', text: 'dogs' });
		});
	}
});
