import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { idAt, idTime } from '../../../core/mastodon/id-time';

const KINDS = ['snowflake', 'ulid', 'uuid7'] as const;
const time = fc.integer({ min: Date.parse('2016-01-01'), max: Date.parse('2100-01-01') });
const compare = (a: string, b: string) => a.length - b.length || (a < b ? -1 : Number(a > b));

describe('idTime', () => {
	it.each([
		['snowflake', '109349463461888000', 1_668_540_397_062],
		['ulid', '01ARYZ6S41TSV4RRFFQ69G5FAV', 1_469_918_176_385],
		['uuid7', '017f22e2-79b0-7cc3-98c4-dc0c0c07398f', Date.parse('2022-02-22T19:22:22.000Z')],
		['seconds', '1700000000d41d8cd98f00b204e9800998ecf8427e', 1_700_000_000_000],
	] as const)('reads the time of a %s', (kind, id, expected) => {
		expect(idTime(kind, id)).toBe(expected);
	});

	it.each([
		['snowflake', '42'],
		['snowflake', 'AbCdEf0123456789zz'],
		['snowflake', '99999999999999999999'],
		['ulid', '01aryz6s41tsv4rrffq69g5fav'],
		['ulid', '81ARYZ6S41TSV4RRFFQ69G5FAV'],
		['uuid7', '017f22e2-79b0-4cc3-98c4-dc0c0c07398f'],
		['seconds', '1700000000'],
		['opaque', '109349463470080000'],
	] as const)('reads none of a %s from %s', (kind, id) => {
		expect(idTime(kind, id)).toBeUndefined();
	});
});

describe('idAt', () => {
	it.each(KINDS)('makes a %s of the time that it is asked for', (kind) => {
		fc.assert(fc.property(time, (at) => idTime(kind, idAt(kind, at)!) === at));
	});

	it.each(KINDS)('makes a later %s of a later time', (kind) => {
		fc.assert(
			fc.property(time, fc.integer({ min: 1, max: 1e12 }), (at, more) => {
				return compare(idAt(kind, at)!, idAt(kind, at + more)!) < 0;
			}),
		);
	});

	it('makes the lowest ULID of its millisecond', () => {
		expect(idAt('ulid', 1_469_918_176_385)).toBe('01ARYZ6S410000000000000000');
	});

	it('makes the lowest UUID of its millisecond', () => {
		expect(idAt('uuid7', Date.parse('2022-02-22T19:22:22.000Z'))).toBe(
			'017f22e2-79b0-7000-8000-000000000000',
		);
	});

	it('makes none where ids hold no time or only real ones are taken', () => {
		expect(idAt('opaque', 1)).toBeUndefined();
		expect(idAt('seconds', 1)).toBeUndefined();
	});

	it('takes fractions and times before the epoch', () => {
		expect(idAt('snowflake', -5)).toBe('0');
		expect(idAt('snowflake', 1.9)).toBe('65536');
	});
});
