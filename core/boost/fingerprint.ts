const SIGNS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_';

/** Length of a fingerprint in characters, six bits each. */
export const FINGERPRINT_LENGTH = 8;

/**
 * A short stand-in for a text, to remember thousands of posts in a few kilobytes: 48 bits, so that a new post
 * is mistaken for one of 2,000 remembered ones once in 10^11. It withstands no attack by itself: who uses it adds a
 * salt that nobody outside knows.
 */
export function fingerprint(text: string): string {
	let a = 0x811c9dc5;
	let b = 0x9e3779b9;
	for (let index = 0; index < text.length; index++) {
		const code = text.charCodeAt(index);
		// Two different mixes of 32 bits each: FNV-1a, and a multiply-rotate as in MurmurHash3.
		a = Math.imul(a ^ code, 0x01000193);
		b = Math.imul(b ^ code, 0xcc9e2d51);
		b = (b << 15) | (b >>> 17);
	}
	return signsOf(avalanche(a ^ text.length)) + signsOf(avalanche(b ^ a));
}

/** MurmurHash3's final mix: every bit of the input reaches every bit of the result. */
function avalanche(value: number): number {
	let mixed = Math.imul(value ^ (value >>> 16), 0x85ebca6b);
	mixed = Math.imul(mixed ^ (mixed >>> 13), 0xc2b2ae35);
	return (mixed ^ (mixed >>> 16)) >>> 0;
}

/** The upper 24 bits as four characters. */
function signsOf(value: number): string {
	return [26, 20, 14, 8].map((shift) => SIGNS.charAt((value >>> shift) & 63)).join('');
}
