import { describe, expect, it } from '@jest/globals';
import { untouchedStore } from '../../../core/boost/untouched-store';
import { OWNER } from '../../fakes/make-run.mts';
import { MemoryStore } from '../../fakes/memory-store.mts';

describe('untouchedStore', () => {
	it('gives what is stored', async () => {
		const store = new MemoryStore({ status: 'found', text: 'kept' });
		await expect(untouchedStore(store).load(OWNER)).resolves.toEqual({ status: 'found', text: 'kept' });
		expect(store.loadedFor).toEqual([OWNER]);
	});

	it('neither stores a text nor moves one away', async () => {
		const store = new MemoryStore({ status: 'found', text: 'kept' });
		await untouchedStore(store).save('new');
		await expect(untouchedStore(store).setAside('kept')).resolves.toContain('a dry run');
		expect([store.saved, store.aside, store.text]).toEqual([[], [], 'kept']);
	});
});
