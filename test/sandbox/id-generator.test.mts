import { expect, it } from '@jest/globals';
import { compareIds } from './compare-ids.mts';
import { IdGenerator, snowflakeTime } from './id-generator.mts';
import type { IdKind } from './id-generator.mts';

const time = Date.UTC(2026, 0, 1);

it.each<IdKind>(['snowflake', 'pixelfed', 'takahe', 'ulid', 'uuid7', 'flake', 'aidx'])(
	'orders %s ids by time, then by making',
	(kind) => {
		const ids = new IdGenerator(kind);
		const [late, early, alsoEarly] = [ids.next(time + 1), ids.next(time), ids.next(time)];
		expect([late, early, alsoEarly].sort(compareIds)).toEqual([early, alsoEarly, late]);
	},
);

it('makes the forms clients know', () => {
	expect(new IdGenerator('snowflake').next(time)).toBe(((BigInt(time) << 16n) + 1n).toString());
	expect(new IdGenerator('ulid').next(time)).toMatch(/^[0-9A-HJKMNP-TV-Z]{26}$/);
	expect(new IdGenerator('uuid7').next(time)).toMatch(
		/^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-8[0-9a-f]{3}-[0-9a-f]{12}$/,
	);
	expect(new IdGenerator('snac').next(time)).toMatch(/^1767225600[0-9a-f]{32}$/);
});

it.each(['snowflake', 'pixelfed', 'takahe'] as const)('finds the time in a %s id', (kind) => {
	expect(snowflakeTime(kind, new IdGenerator(kind).next(time))).toBe(time);
});
