import { fingerprint, FINGERPRINT_LENGTH } from './fingerprint';

const DAY = 86_400_000;
const MINUTE = 60_000;
/** Boosts of the last day that are told apart by author: about 8 kB. With more than this, the oldest lapse. */
const MOST_RECENT = 600;
/** Authors who are remembered for good: about 80 kB. With more than this, the first ones are forgotten. */
const MOST_EVER = 10_000;
const MINUTE_DIGITS = 6;
const LAST_MINUTE = 36 ** MINUTE_DIGITS - 1;

export interface AuthorRecord {
	/** Makes the hashes of one state useless to compare with another's. */
	readonly salt: string;
	/** Fingerprint and minute (six base-36 digits) of each boost of the last day, without separators. */
	readonly recent: string;
	/** Fingerprints of every author boosted while `first-post-only` was on, without separators. */
	readonly ever: string;
}

/** Whose posts were boosted: counted over a day, and for `first-post-only` remembered for good, as salted hashes. */
export class AuthorMemory {
	private recent: Array<{ readonly print: string; readonly at: number }> = [];
	private readonly ever = new Set<string>();

	constructor(private readonly salt: string) {}

	/** Whether a record is made of whole parts: one sign too many would shift all that stand behind it. */
	static canRead({ recent }: AuthorRecord): boolean {
		const size = FINGERPRINT_LENGTH + MINUTE_DIGITS;
		if (recent.length % size !== 0) return false;
		for (let at = FINGERPRINT_LENGTH; at < recent.length; at += size) {
			if (!/^[0-9a-z]{6}$/.test(recent.slice(at, at + MINUTE_DIGITS))) return false;
		}
		return true;
	}

	static from({ salt, recent, ever }: AuthorRecord): AuthorMemory {
		const memory = new AuthorMemory(salt);
		const size = FINGERPRINT_LENGTH + MINUTE_DIGITS;
		for (let at = 0; at + size <= recent.length; at += size) {
			const minutes = parseInt(recent.slice(at + FINGERPRINT_LENGTH, at + size), 36);
			memory.recent.push({ print: recent.slice(at, at + FINGERPRINT_LENGTH), at: minutes * MINUTE });
		}
		for (let at = 0; at + FINGERPRINT_LENGTH <= ever.length; at += FINGERPRINT_LENGTH) {
			memory.ever.add(ever.slice(at, at + FINGERPRINT_LENGTH));
		}
		return memory;
	}

	/** Boosts of the author in the 24 hours before `now`. */
	boostsInDay(account: string, now: number): number {
		const print = this.printOf(account);
		return this.recent.filter((boost) => boost.print === print && boost.at > now - DAY).length;
	}

	wasEverBoosted(account: string): boolean {
		return this.ever.has(this.printOf(account));
	}

	add(account: string, now: number, forGood: boolean): void {
		const print = this.printOf(account);
		this.recent.push({ print, at: Math.ceil(now / MINUTE) * MINUTE });
		if (forGood) this.ever.add(print);
	}

	prune(now: number): void {
		this.recent = this.recent.filter(({ at }) => at > now - DAY).slice(-MOST_RECENT);
		for (const print of this.ever) {
			if (this.ever.size <= MOST_EVER) break;
			this.ever.delete(print);
		}
	}

	toRecord(): AuthorRecord {
		const minutes = (at: number) =>
			Math.min(LAST_MINUTE, Math.max(0, Math.floor(at / MINUTE)))
				.toString(36)
				.padStart(MINUTE_DIGITS, '0');
		return {
			salt: this.salt,
			recent: this.recent.map(({ print, at }) => print + minutes(at)).join(''),
			ever: [...this.ever].join(''),
		};
	}

	private printOf(account: string): string {
		return fingerprint(`${this.salt} ${account.toLowerCase()}`);
	}
}
