import { createHash } from 'node:crypto';

export type IdKind = 'snowflake' | 'ulid' | 'uuid7' | 'snac' | 'flake' | 'aidx' | 'sequence';

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
