import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import type { BoostState } from '../../../core/boost/state';
import { newState } from '../../../core/boost/state';
import { decodeState, encodeState, UnusableStateError } from '../../../core/boost/state-codec';
import { NOON } from '../../fakes/fake-clock.mts';
import { OWNER } from '../../fakes/make-run.mts';

function fullState(): BoostState {
	const state = newState(OWNER, 'salt', NOON);
	state.server = { software: 'mastodon', version: '4.5.0', checkedAt: NOON, packs: true };
	state.tags.set('sénégal', { cursor: NOON, floor: NOON - 1, known: true });
	state.tags.set('__proto__', { cursor: 1, floor: 0, known: false });
	state.gaps.push({ hashtags: ['sénégal'], before: '100', since: NOON - 5, tip: ['AAAAAAAA', 'BBBBBBBB'] });
	state.gaps.push({ hashtags: ['cats'], before: '7', since: NOON, tip: [] });
	state.tips.set('sénégal cats', ['AAAAAAAA', 'BBBBBBBB']);
	state.seen.add('x:1', NOON);
	state.queue.push({
		id: '1',
		uri: 'x:1',
		acct: 'ada@remote.example',
		createdAt: NOON - 1000,
		hashtags: ['sénégal', 'cats'],
		tries: 2,
		unsure: true,
		deferred: true,
	});
	state.held.push({ id: '2', createdAt: NOON });
	state.authors.add('ada@remote.example', NOON, true);
	return state;
}
const changed = (changes: Record<string, unknown>) =>
	JSON.stringify({ ...(JSON.parse(encodeState(fullState())) as object), ...changes });

describe('the state codec', () => {
	it('reads what it wrote', () => {
		expect(decodeState(encodeState(fullState()), OWNER)).toEqual(fullState());
		expect(decodeState(encodeState(newState(OWNER, 's', NOON)), OWNER)).toEqual(newState(OWNER, 's', NOON));
	});

	it('writes the same text again, so that an idle run stores nothing', () => {
		const entries = fc.array(
			fc.record({
				id: fc.string({ minLength: 1 }),
				uri: fc.webUrl(),
				acct: fc.string(),
				createdAt: fc.integer({ min: 0, max: 4e9 }).map((seconds) => seconds * 1000),
				hashtags: fc.array(fc.stringMatching(/^[\p{L}\d_]{1,9}$/u), { minLength: 1, maxLength: 3 }),
				tries: fc.integer({ min: 0, max: 3 }),
				unsure: fc.boolean(),
				deferred: fc.boolean(),
			}),
			{ maxLength: 10 },
		);
		fc.assert(
			fc.property(
				entries,
				fc.array(fc.tuple(fc.webUrl(), fc.integer({ min: 0, max: NOON }))),
				(queue, seen) => {
					const state = newState(OWNER, 'salt', NOON);
					state.queue = queue;
					for (const [uri, position] of seen) state.seen.add(uri, position);
					const text = encodeState(state);
					expect(decodeState(text, OWNER).queue).toEqual(queue);
					expect(encodeState(decodeState(text, OWNER))).toBe(text);
				},
			),
		);
	});

	it('is one line', () => {
		expect(encodeState(fullState())).not.toContain('\n');
	});

	it('reads the state of the same account for another query, under the new name', () => {
		const owner = { ...OWNER, query: 'any:cats,dogs' };
		expect(decodeState(encodeState(fullState()), owner)).toMatchObject({ owner, held: [{ id: '2' }] });
	});

	it.each([
		['another account', { ...OWNER, accountId: '2' }],
		['another instance', { ...OWNER, instance: 'there.example' }],
	])('refuses the state of %s', (_, owner) => {
		expect(() => decodeState(encodeState(fullState()), owner)).toThrow('it belongs to another account');
	});

	it('refuses a state of a newer version', () => {
		expect(() => decodeState(changed({ version: 99 }), OWNER)).toThrow(
			'it is of version 99, and this program reads 1',
		);
	});

	it.each([{ toString: 1 }, null, '1', [1]])('refuses a state of the version %j', (version) => {
		expect(() => decodeState(changed({ version }), OWNER)).toThrow(UnusableStateError);
	});

	it.each(['', 'null', '[]', '"text"', '{', encodeState(fullState()).slice(0, -1)])(
		'says of %s that it is broken',
		(text) => {
			expect(() => decodeState(text, OWNER)).toThrow(new UnusableStateError('it is broken'));
		},
	);

	it('refuses what is of another program', () => {
		expect(() => decodeState('{"format":"other","version":1}', OWNER)).toThrow(
			'it is not a state of this program',
		);
	});

	it.each([
		[{ owner: undefined }, 'it is broken (owner is not an object)'],
		[{ tags: [] }, 'it is broken (tags is not an object)'],
		[{ tags: { cats: ['now', 0, 1] } }, 'it is broken (cursor is not a number)'],
		[{ tags: { cats: [0, null, 1] } }, 'it is broken (floor is not a number)'],
		[{ gaps: {} }, 'it is broken (gaps is not a list)'],
		[{ gaps: [['cats', '1', 0, '']] }, 'it is broken (gaps[].hashtags is not a list)'],
		[{ gaps: [[['cats'], '1', 0]] }, 'it is broken (gaps[].tip is not a text)'],
		[{ madeAt: 8.64e15 + 1 }, 'it is broken (madeAt is not a time)'],
		[{ tags: { cats: [-1e300, 0, 1] } }, 'it is broken (cursor is not a time)'],
		[{ queue: [['1', 'x:1', 'ada', 1e17, 'cats', 0, 0]] }, 'it is broken (queue[].createdAt is not a time)'],
		[{ seen: { a: 1 } }, 'it is broken (seen.a is not a text)'],
		[{ queue: [['1', 'x:1', 'ada', '0', 'cats', 0, 0]] }, 'it is broken (queue[].createdAt is not a number)'],
		[{ held: [['1']] }, 'it is broken (held[].createdAt is not a number)'],
		[{ seen: { '#a': '' } }, 'it is broken (seen is not a list of slots)'],
		[{ authors: {} }, 'it is broken (salt is not a text)'],
		[
			{ authors: { salt: '', recent: 'AAAAAAAA0#0000', ever: '' } },
			'it is broken (recent is not a list of boosts)',
		],
		[{ server: { software: 'x' } }, 'it is broken (server.version is not a text)'],
	])('says what is broken in %j', (changes, message) => {
		expect(() => decodeState(changed(changes), OWNER)).toThrow(new UnusableStateError(message));
	});

	it('refuses any other JSON with its own error alone', () => {
		fc.assert(
			fc.property(
				fc.dictionary(fc.constantFrom('owner', 'tags', 'seen', 'queue', 'tips'), fc.jsonValue()),
				(bad) => {
					try {
						decodeState(changed(bad), OWNER);
					} catch (error) {
						return error instanceof UnusableStateError;
					}
					return true;
				},
			),
		);
	});

	it('refuses a text that was cut anywhere', () => {
		const text = encodeState(fullState());
		fc.assert(
			fc.property(fc.nat(text.length - 1), (length) => {
				expect(() => decodeState(text.slice(0, length), OWNER)).toThrow(UnusableStateError);
			}),
		);
	});

	it('reads a text that was damaged, or refuses it, and fails in no other way', () => {
		const text = encodeState(fullState());
		fc.assert(
			fc.property(fc.nat(text.length - 1), fc.string({ maxLength: 2 }), (at, instead) => {
				try {
					const state = decodeState(text.slice(0, at) + instead + text.slice(at + 1), OWNER);
					expect(encodeState(decodeState(encodeState(state), OWNER))).toBe(encodeState(state));
				} catch (error) {
					if (!(error instanceof UnusableStateError)) throw error;
				}
			}),
			{ numRuns: 500 },
		);
	});
});
