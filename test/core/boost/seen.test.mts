import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { Seen } from '../../../core/boost/seen';
import { NOON } from '../../fakes/fake-clock.mts';

const MINUTE = 60_000;
const posts = fc.array(fc.record({ uri: fc.webUrl(), age: fc.integer({ min: 0, max: 600 }) }), {
	maxLength: 60,
});

describe('Seen', () => {
	it('knows what was added', () => {
		const seen = new Seen('salt');
		seen.add('x:1', NOON);
		expect([seen.has('x:1'), seen.has('x:2')]).toEqual([true, false]);
	});

	it('is the same after it was stored', () => {
		fc.assert(
			fc.property(posts, (all) => {
				const seen = new Seen('salt');
				for (const { uri, age } of all) seen.add(uri, NOON - age * MINUTE);
				const again = Seen.from(seen.toRecord(), 'salt');
				return (
					all.every(({ uri }) => again.has(uri)) &&
					JSON.stringify(again.toRecord()) === JSON.stringify(seen.toRecord())
				);
			}),
		);
	});

	it('forgets nothing that stands on the horizon it answers or after it', () => {
		fc.assert(
			fc.property(posts, fc.integer({ min: 0, max: 700 }), (all, minutes) => {
				const seen = new Seen('salt');
				const last = new Map<string, number>();
				for (const { uri, age } of all) {
					seen.add(uri, NOON - age * MINUTE);
					last.set(uri, NOON - age * MINUTE);
				}
				const horizon = NOON - minutes * MINUTE;
				const kept = seen.prune(horizon);
				return kept >= horizon && [...last].every(([uri, at]) => seen.has(uri) || at < kept);
			}),
		);
	});

	it('forgets what stands a slot before the horizon', () => {
		const seen = new Seen('salt');
		seen.add('x:old', NOON - 11 * MINUTE);
		seen.add('x:new', NOON);
		expect(seen.prune(NOON)).toBe(NOON);
		expect([seen.has('x:old'), seen.has('x:new')]).toEqual([false, true]);
	});

	it('keeps 2,000 posts', () => {
		const seen = new Seen('salt');
		for (let id = 0; id < 2_000; id++) seen.add(`x:${id}`, NOON - id * MINUTE);
		expect(seen.prune(0)).toBe(0);
		expect(seen.has('x:1999')).toBe(true);
	});

	it('forgets the oldest beyond that, and raises the horizon over them', () => {
		const seen = new Seen('salt');
		for (let id = 0; id < 5_000; id++) seen.add(`x:${id}`, NOON - id * MINUTE);
		const kept = seen.prune(0);
		for (let id = 0; id < 5_000; id++) {
			if (!seen.has(`x:${id}`)) expect(NOON - id * MINUTE).toBeLessThan(kept);
		}
		expect(Object.values(seen.toRecord()).join('').length).toBeLessThanOrEqual(2_000 * 8);
	});

	it('stays small whatever comes', () => {
		const seen = new Seen('salt');
		for (let id = 0; id < 3_000; id++) seen.add(`x:${id}`, NOON);
		expect(seen.prune(0)).toBeGreaterThan(NOON);
		expect(seen.toRecord()).toEqual({});
	});

	it('takes half of a fingerprint at the end of a record for nothing', () => {
		expect(Seen.from({ abc: 'AAAAAAAABBBB' }, 'salt').toRecord()).toEqual({ abc: 'AAAAAAAA' });
	});

	it('knows a post under another salt by another print', () => {
		expect(new Seen('a').printOf('x:1')).not.toBe(new Seen('b').printOf('x:1'));
		const seen = new Seen('a');
		seen.add('x:1', 0);
		expect(Seen.from(seen.toRecord(), 'b').has('x:1')).toBe(false);
	});
});
