import { describe, expect, it } from '@jest/globals';
import { tokenPattern } from '../../../core/http/token-pattern';

const TOKEN = 'ZA-yp3BsGqd_Dk/Rk8mxL"0+vN5uW%2hTjC.e(7o4Qf';

/** Every sign as `\u0041`. */
const unicodeEscapes = (text: string) =>
	Array.from(text, (sign) => `\\u${sign.charCodeAt(0).toString(16).padStart(4, '0')}`).join('');
const percentEscapes = (text: string) =>
	Array.from(text, (sign) => `%${sign.charCodeAt(0).toString(16)}`).join('');

describe('tokenPattern', () => {
	it.each([
		['as it is', TOKEN],
		['in capitals', TOKEN.toUpperCase()],
		['in small letters', TOKEN.toLowerCase()],
		['in a JSON text', JSON.stringify(TOKEN).slice(1, -1)],
		['in a JSON text that escapes slashes', TOKEN.replace('/', '\\/')],
		['with each sign escaped as JSON may', unicodeEscapes(TOKEN)],
		['escaped in JSON within JSON', unicodeEscapes(TOKEN).replaceAll('\\', '\\\\')],
		['as a part of an address', encodeURIComponent(TOKEN)],
		['with each sign percent-encoded', percentEscapes(TOKEN)],
		['as HTML with decimal references', Array.from(TOKEN, (sign) => `&#${sign.charCodeAt(0)};`).join('')],
		[
			'as HTML with hexadecimal ones',
			Array.from(TOKEN, (s) => `&#x${s.charCodeAt(0).toString(16)};`).join(''),
		],
		['twice', TOKEN + TOKEN],
	])('finds a token %s', (_form, text) => {
		expect(`a ${text} z`.replace(tokenPattern(TOKEN), '***')).toBe('a *** z');
	});

	it('finds each half of a long token alone', () => {
		const [first, second] = [TOKEN.slice(0, 22), TOKEN.slice(22)];
		expect(`${first} and ${second}`.replace(tokenPattern(TOKEN), '***')).toBe('*** and ***');
	});

	it.each([0, 1, 2, 3, 4, 5])('finds a token in base64 after %i other bytes', (bytes) => {
		for (const form of ['base64', 'base64url'] as const) {
			const text = Buffer.from(`${'x'.repeat(bytes)}${TOKEN}yz`).toString(form);
			const rest = text.replace(tokenPattern(TOKEN), '***');
			expect(rest).toMatch(/^[\w-]{0,8}\*\*\*[\w-]{0,4}=*$/);
		}
	});

	it('leaves a text without it alone, also where a short token is only begun', () => {
		expect('s3cre s3c ret %73'.replace(tokenPattern('s3cret'), '***')).toBe('s3cre s3c ret %73');
	});

	it.each(['\\', '&#0', '%', 'a', TOKEN.slice(0, 21)])('reads "%s" without end in no time', (part) => {
		expect(part.repeat(400_000).replace(tokenPattern(TOKEN), '***')).toHaveLength(part.length * 400_000);
	});

	it('takes the longest token that there may be', () => {
		const token = TOKEN.repeat(100).slice(0, 4096);
		expect(`a ${unicodeEscapes(token)} z`.replace(tokenPattern(token), '***')).toBe('a *** z');
	});
});
