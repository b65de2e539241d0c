const SHORTEST_HALF = 8;

/** In which forms a text holds a secret, or one half of a long one; none is as it should be. */
export function findSecret(text: string, secret: string): string[] {
	const lower = text.toLowerCase();
	const decoded = decode(decode(text)).toLowerCase();
	const middle = Math.ceil(secret.length / 2);
	const isLong = secret.length >= 2 * SHORTEST_HALF;
	const needles = isLong ? [secret.slice(0, middle), secret.slice(middle)] : [secret];
	const found = needles.flatMap((needle) => [
		...(text.includes(needle) ? [`plain "${needle}"`] : []),
		...(lower.includes(needle.toLowerCase()) ? [`in another case "${needle}"`] : []),
		...(decoded.includes(needle.toLowerCase()) ? [`escaped "${needle}"`] : []),
	]);
	const digits = lower.replaceAll('-', '+').replaceAll('_', '/').replaceAll('\\', '');
	const encoded = isLong ? [0, 1, 2].map((offset) => base64Core(secret, offset).toLowerCase()) : [];
	return [...found, ...encoded.filter((core) => digits.includes(core)).map((core) => `base64 "${core}"`)];
}

/** Percent, JSON and HTML escapes undone. */
function decode(text: string): string {
	const sign = (base: number) => (escape: string, digits: string) => {
		const code = parseInt(digits, base);
		return code <= 0x10ffff ? String.fromCodePoint(code) : escape;
	};
	return text
		.replace(/%([0-9a-f]{2})/gi, sign(16))
		.replace(/\\+u([0-9a-f]{4})/gi, sign(16))
		.replace(/&#x([0-9a-f]{1,8});/gi, sign(16))
		.replace(/&#(\d{1,8});/g, sign(10))
		.replace(/\\(["\\/])/g, '$1');
}

/** Base64 of the secret behind so many bytes, without the signs at both ends that depend on the neighbours. */
function base64Core(secret: string, offset: number): string {
	const encoded = Buffer.from('\0'.repeat(offset) + secret).toString('base64');
	const spare = (offset + Buffer.byteLength(secret)) % 3;
	const whole = spare === 0 ? encoded : encoded.replace(/=+$/, '').slice(0, -1);
	return whole.slice(Math.ceil((offset * 8) / 6));
}
