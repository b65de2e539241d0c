/**
 * How a server makes its ids, where they hold a time in milliseconds:
 * Mastodon's snowflakes, GoToSocial's ULIDs, Hollo's UUIDs of version 7, snac's seconds before a hash.
 */
export type IdKind = 'snowflake' | 'ulid' | 'uuid7' | 'seconds' | 'opaque';

const CROCKFORD = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';

interface IdCoding {
	readonly form: RegExp;
	/** Milliseconds since the epoch. */
	timeOf(id: string): number;
	/** The lowest id of that millisecond; absent where the server takes only ids that exist. */
	firstAt?(milliseconds: number): string;
}

const CODINGS: Readonly<Record<Exclude<IdKind, 'opaque'>, IdCoding>> = {
	// https://github.com/mastodon/mastodon/blob/main/lib/mastodon/snowflake.rb: 48 bits of time, 16 of sequence
	snowflake: {
		form: /^\d{15,19}$/,
		timeOf: (id) => Number(BigInt(id) >> 16n),
		firstAt: (milliseconds) => (BigInt(milliseconds) << 16n).toString(),
	},
	// https://github.com/ulid/spec: ten characters of time, sixteen of randomness
	ulid: {
		form: /^[0-7][0-9A-HJKMNP-TV-Z]{25}$/,
		timeOf: (id) => [...id.slice(0, 10)].reduce((time, sign) => time * 32 + CROCKFORD.indexOf(sign), 0),
		firstAt(milliseconds) {
			let time = milliseconds;
			let signs = '';
			for (let place = 0; place < 10; place++) {
				signs = CROCKFORD.charAt(time % 32) + signs;
				time = Math.floor(time / 32);
			}
			return signs + '0'.repeat(16);
		},
	},
	// https://codeberg.org/grunfink/snac2: when this server stored it, then the MD5 of its address
	seconds: {
		form: /^\d{10}[0-9a-f]{32}$/,
		timeOf: (id) => Number(id.slice(0, 10)) * 1000,
	},
	// RFC 9562, section 5.7: 48 bits of time
	uuid7: {
		form: /^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/,
		timeOf: (id) => parseInt(id.slice(0, 8) + id.slice(9, 13), 16),
		firstAt(milliseconds) {
			const time = milliseconds.toString(16).padStart(12, '0');
			return `${time.slice(0, 8)}-${time.slice(8)}-7000-8000-000000000000`;
		},
	},
};

/** When the server placed the post in its timelines, in milliseconds; undefined where the id does not tell. */
export function idTime(kind: IdKind, id: string): number | undefined {
	if (kind === 'opaque') return undefined;
	const coding = CODINGS[kind];
	return coding.form.test(id) ? coding.timeOf(id) : undefined;
}

/** An id below all ids of that millisecond, to read from a time on; undefined where ids hold no time. */
export function idAt(kind: IdKind, milliseconds: number): string | undefined {
	return kind === 'opaque' ? undefined : CODINGS[kind].firstAt?.(Math.max(0, Math.floor(milliseconds)));
}
