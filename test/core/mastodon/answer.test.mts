import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { meaningOf, messageOf, oneLine } from '../../../core/mastodon/answer';
import { respond } from '../../fakes/scripted-http.mts';

describe('meaningOf', () => {
	it.each([
		[200, 'done'],
		[202, 'done'],
		[301, 'redirected'],
		[304, 'redirected'],
		[400, 'unexpected'],
		[401, 'token-refused'],
		[403, 'forbidden'],
		[404, 'not-found'],
		[408, 'server-error'],
		[410, 'not-found'],
		[422, 'unprocessable'],
		[429, 'unexpected'],
		[500, 'server-error'],
		[524, 'server-error'],
	])('takes status %d for %s', (status, meaning) => {
		expect(meaningOf(respond(status))).toBe(meaning);
	});

	it('reads a missing scope from the header that nobody translates', () => {
		const headers = { 'www-authenticate': 'Bearer realm="Doorkeeper", error="insufficient_scope"' };
		expect(meaningOf(respond(403, '', headers))).toBe('scope-missing');
	});

	it('reads a missing scope from the text of GoToSocial', () => {
		expect(meaningOf(respond(403, { error: 'Forbidden: token has insufficient scope permission' }))).toBe(
			'scope-missing',
		);
	});

	it('does not read a missing scope from the page of a proxy', () => {
		expect(meaningOf(respond(403, '<html itemscope><th scope="col">Blocked'))).toBe('forbidden');
	});

	it('reads from a 422 that the token is of no person', () => {
		expect(meaningOf(respond(422, { error: 'This method requires an authenticated user' }))).toBe(
			'user-required',
		);
	});
});

describe('messageOf', () => {
	it('gives the words of the server', () => {
		expect(messageOf(respond(404, { error: 'Record not found' }))).toBe('status 404: Record not found');
	});

	it('prefers the description that OAuth gives', () => {
		expect(messageOf(respond(401, { error: 'invalid_token', error_description: 'The token expired' }))).toBe(
			'status 401: The token expired',
		);
	});

	it.each(['', '<html>', 'null', '[]', '"text"', '7', '{"error":{}}'])(
		'gives the status alone for %s',
		(body) => {
			expect(messageOf(respond(502, body))).toBe('status 502');
		},
	);
});

describe('oneLine', () => {
	it('makes one line of many', () => {
		expect(oneLine('one\r\n::error::two\u2028three')).toBe('one ::error::two three');
	});

	it('takes out what turns a text around or hides in it', () => {
		expect(oneLine('a\u202eb\u200bc\u001b[31md')).toBe('a b c [31md');
	});

	it('cuts what is too long', () => {
		expect(oneLine('x'.repeat(1_000))).toHaveLength(200);
	});

	it('never holds a control character', () => {
		fc.assert(
			fc.property(
				fc.string({ unit: 'binary' }),
				(text) => !/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/u.test(oneLine(text)),
			),
		);
	});
});
