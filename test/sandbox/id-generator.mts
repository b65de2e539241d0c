import { createHash } from 'node:crypto';

export type IdKind =
	| 'snowflake'
	| 'pixelfed'
	| 'takahe'
	| 'ulid'
	| 'uuid7'
	| 'snac'
	| 'flake'
	| 'aidx'
	| 'sequence';

/** Since when milliseconds are counted, where 22 bits follow them (`SnowflakeService.php`, `core/snowflake.py`). */
const EPOCHS = { pixelfed: 1_549_756_800_000, takahe: 1_641_020_400_000 };

const crockford = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';

/** Makes ids that the server itself can order with `compareIds`, whatever their kind. */
export class IdGenerator {
	readonly #kind: IdKind;
	#count = 0;

	constructor(kind: IdKind) {
		this.#kind = kind;
	}

	/** An id for the given time (ms); of two ids for one time, the later made is the greater. */
	next(time: number): string {
		this.#count += 1;
		return makers[this.#kind](Math.max(0, Math.floor(time)), this.#count);
	}
}

const makers: Record<IdKind, (time: number, count: number) => string> = {
	snowflake: (time, count) => ((BigInt(time) << 16n) | BigInt(count & 0xffff)).toString(),
	pixelfed: (time, count) => ownEpoch(time - EPOCHS.pixelfed, (1 << 17) | (1 << 12) | (count & 0xfff)),
	takahe: (time, count) => ownEpoch(time - EPOCHS.takahe, (count & 0x7ffff) << 3),
	ulid: (time, count) =>
		crockfordOf(time, 10) + crockfordOf(count, 6) + noise(count).slice(0, 10).toUpperCase(),
	uuid7: (time, count) => {
		const head = time.toString(16).padStart(12, '0');
		const order = count.toString(16).padStart(7, '0').slice(-7);
		const hex = `${head}7${order.slice(0, 3)}8${order.slice(3)}${noise(count).slice(0, 11)}`;
		return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)].join('-');
	},
	// Ten digits of seconds, then a hash: two posts of one second are in no order that the id would tell.
	snac: (time, count) => String(Math.floor(time / 1000)).padStart(10, '0') + noise(count),
	flake: (time, count) => `A${time.toString(36).padStart(9, '0')}${count.toString(36).padStart(8, '0')}`,
	aidx: (time, count) =>
		`${Math.max(0, time - Date.UTC(2000, 0))
			.toString(36)
			.padStart(8, '0')}sand${count.toString(36).padStart(4, '0')}`,
	sequence: (_time, count) => String(count),
};

/** When an id was made, in ms; only of the kinds that count milliseconds before 16 or 22 bits. */
export function snowflakeTime(kind: 'snowflake' | 'pixelfed' | 'takahe', id: string): number {
	return kind === 'snowflake' ? Number(BigInt(id) >> 16n) : Number(BigInt(id) >> 22n) + EPOCHS[kind];
}

function ownEpoch(time: number, rest: number): string {
	return ((BigInt(Math.max(0, time)) << 22n) | BigInt(rest)).toString();
}

function crockfordOf(value: number, length: number): string {
	let text = '';
	for (let rest = value; text.length < length; rest = Math.floor(rest / 32)) {
		text = `${crockford[rest % 32] ?? ''}${text}`;
	}
	return text;
}

function noise(count: number): string {
	return createHash('md5').update(String(count)).digest('hex');
}
