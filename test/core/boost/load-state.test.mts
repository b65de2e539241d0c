import { describe, expect, it } from '@jest/globals';
import { loadState } from '../../../core/boost/load-state';
import { newState } from '../../../core/boost/state';
import { encodeState } from '../../../core/boost/state-codec';
import type { StoredState } from '../../../core/ports/state-store';
import { NOON } from '../../fakes/fake-clock.mts';
import { MemoryStore } from '../../fakes/memory-store.mts';
import { OWNER } from '../../fakes/make-run.mts';
import { RecordingLog } from '../../fakes/recording-log.mts';

async function load(stored: StoredState) {
	const store = new MemoryStore(stored);
	const log = new RecordingLog();
	return { ...(await loadState(store, OWNER, { salt: 'salt', now: NOON }, log)), store, log };
}

describe('loadState', () => {
	it('restores what was stored', async () => {
		const state = newState(OWNER, 'old salt', NOON - 1);
		state.held.push({ id: '1', createdAt: 0 });
		const text = encodeState(state);
		const loaded = await load({ status: 'found', text });
		expect(loaded).toMatchObject({ origin: 'restored', text, state });
		expect(loaded.log.warnings).toEqual([]);
		expect(loaded.store.loadedFor).toEqual([OWNER]);
	});

	it('begins anew where there is none', async () => {
		const loaded = await load({ status: 'absent' });
		expect(loaded).toMatchObject({ origin: 'new', text: undefined, state: newState(OWNER, 'salt', NOON) });
		expect(loaded.log.warnings).toEqual([]);
	});

	it('says why it could not be had', async () => {
		const loaded = await load({ status: 'unavailable', why: 'the cache is down' });
		expect(loaded).toMatchObject({ origin: 'unavailable', text: undefined });
		expect(loaded.log.warnings).toEqual([
			'The state could not be loaded (the cache is down): this run finds out from the server what was boosted.',
		]);
	});

	it('keeps aside what it cannot use, and says where', async () => {
		const loaded = await load({ status: 'found', text: 'garbage' });
		expect(loaded).toMatchObject({ origin: 'lost', text: undefined, state: newState(OWNER, 'salt', NOON) });
		expect(loaded.store.aside).toEqual(['garbage']);
		expect(loaded.log.warnings).toEqual([
			'The stored state was not used: it is broken. It is kept in a safe place; this run starts as after a loss.',
		]);
	});

	it('uses no state of another account', async () => {
		const text = encodeState(newState({ ...OWNER, accountId: '2' }, 'x', NOON));
		const loaded = await load({ status: 'found', text });
		expect(loaded.origin).toBe('lost');
		expect(loaded.store.aside).toEqual([text]);
	});
});
