/** Half of a token is a secret, too, where it is at least this long; a shorter one would be found everywhere. */
const SHORTEST_HALF = 8;
const SPECIAL = /[\\^$.*+?()[\]{}|/-]/g;
const BASE64 = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/';

/**
 * Matches an access token in an answer: as it is and in other letter case, percent-encoded, escaped as JSON and
 * HTML escape, in base64 wherever it begins there; of a long token also one half alone.
 */
export function tokenPattern(token: string): RegExp {
	const middle = Math.ceil(token.length / 2);
	const isLong = token.length >= 2 * SHORTEST_HALF;
	const parts = isLong ? [token.slice(0, middle), token.slice(middle)] : [token];
	const plain = parts.map((part) => Array.from(part, formsOf).join(''));
	const encoded = isLong && isAscii(token) ? [0, 1, 2].map((offset) => base64Pattern(token, offset)) : [];
	return new RegExp(`(?:${[...plain, ...encoded].join('|')})+`, 'gi');
}

/** One sign in every form. Repetitions are bounded: the text is a stranger's. */
function formsOf(sign: string): string {
	const code = sign.codePointAt(0)!;
	const hex = code.toString(16).padStart(2, '0');
	const slash = '"\\/'.includes(sign) ? '\\\\?' : '';
	const literal = slash + sign.replace(SPECIAL, '\\$&');
	return `(?:${literal}|%${hex}|\\\\{1,3}u${hex.padStart(4, '0')}|&#0{0,5}${code};|&#x0{0,5}${hex};)`;
}

/** The signs that do not depend on what stands before and after the token, when it begins `offset` bytes in. */
function base64Pattern(token: string, offset: number): string {
	const bits = Array.from(token, (sign) => sign.charCodeAt(0).toString(2).padStart(8, '0')).join('');
	const whole = bits.slice((6 - ((offset * 8) % 6)) % 6).match(/[01]{6}/g) ?? [];
	return whole
		.map((six) => BASE64.charAt(parseInt(six, 2)))
		.map((sign) => (sign === '+' ? '[+-]' : sign === '/' ? '\\\\?[/_]' : sign))
		.join('');
}

function isAscii(text: string): boolean {
	return /^[\x21-\x7e]+$/.test(text);
}
