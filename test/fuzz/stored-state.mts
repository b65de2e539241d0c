import { newState } from '../../core/boost/state';
import { encodeState } from '../../core/boost/state-codec';
import { NOON } from '../fakes/fake-clock.mts';
import { OWNER } from '../fakes/make-run.mts';
import { BoostingServer } from './boosting-server.mts';
import type { Json } from './odd-json.mts';

const HOUR = 3_600_000;

/** A state with something in every part of it, as JSON; post 1 waits in its queue, post 2 is held. */
export function storedState(): Json {
	const state = newState(OWNER, 'salt', NOON - 300 * HOUR);
	state.server = { software: 'mastodon', version: '4.5.0', checkedAt: NOON - 30 * HOUR, packs: true };
	state.tags.set('cats', { cursor: NOON - 2 * HOUR, floor: NOON - 3 * HOUR, known: true });
	state.gaps.push({
		hashtags: ['cats'],
		before: BoostingServer.idOf(4),
		since: NOON - 9 * HOUR,
		tip: ['AAAAAAAA'],
	});
	state.tips.set('cats', ['AAAAAAAA', 'BBBBBBBB']);
	state.seen.add('x:9', NOON - HOUR);
	state.queue.push({
		id: BoostingServer.idOf(1),
		uri: 'x:1',
		acct: 'ada@remote.example',
		createdAt: NOON - HOUR,
		hashtags: ['cats'],
		tries: 1,
		unsure: true,
		deferred: false,
	});
	state.held.push({ id: BoostingServer.idOf(2), createdAt: NOON - HOUR });
	state.authors.add('bob@remote.example', NOON - HOUR, true);
	return JSON.parse(encodeState(state)) as Json;
}
