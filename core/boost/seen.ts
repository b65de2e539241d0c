import { FINGERPRINT_LENGTH, fingerprint } from './fingerprint';

/** Milliseconds that share one label, so that a remembered post costs little more than its fingerprint. */
const SLOT = 600_000;
/** About 17 kB of state. */
const MOST_POSTS = 2_000;

/** Slot number in base 36, to the fingerprints in it, without separators. */
export type SeenRecord = Readonly<Record<string, string>>;

/**
 * The posts that were decided already, by `uri`, for as long as a timeline may show them again. Salted, so that
 * nobody can make a post whose address passes for another's, which would then never be boosted.
 */
export class Seen {
	private readonly slots = new Map<string, number>();

	constructor(private readonly salt: string) {}

	static from(record: SeenRecord, salt: string): Seen {
		const seen = new Seen(salt);
		for (const [slot, signs] of Object.entries(record)) {
			for (let at = 0; at + FINGERPRINT_LENGTH <= signs.length; at += FINGERPRINT_LENGTH) {
				seen.slots.set(signs.slice(at, at + FINGERPRINT_LENGTH), parseInt(slot, 36));
			}
		}
		return seen;
	}

	has(uri: string): boolean {
		return this.slots.has(this.printOf(uri));
	}

	/** `position`: where the post stands in the timeline, in milliseconds. */
	add(uri: string, position: number): void {
		this.slots.set(this.printOf(uri), Math.floor(position / SLOT));
	}

	/** The fingerprint by which this state knows a post. */
	printOf(uri: string): string {
		return fingerprint(`${this.salt} ${uri}`);
	}

	/** Forgets a post that was not decided after all. */
	delete(uri: string): void {
		this.slots.delete(this.printOf(uri));
	}

	/**
	 * Forgets what stands before `horizon`, and the oldest beyond the bound. Answers the horizon that holds now:
	 * nothing before it may be judged again, because it may have been judged and forgotten.
	 */
	prune(horizon: number): number {
		let first = Math.floor(horizon / SLOT);
		const sorted = [...this.slots.values()].sort((a, b) => b - a);
		const beyond = sorted[MOST_POSTS];
		if (beyond !== undefined && beyond >= first) first = beyond + 1;
		for (const [print, slot] of this.slots) {
			if (slot < first) this.slots.delete(print);
		}
		return Math.max(horizon, first * SLOT);
	}

	toRecord(): SeenRecord {
		const record: Record<string, string> = {};
		for (const [print, slot] of this.slots) {
			const label = slot.toString(36);
			record[label] = (record[label] ?? '') + print;
		}
		return record;
	}
}
