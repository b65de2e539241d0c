import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { matchesAccount, parseAccountPattern } from '../../../core/boost/account-pattern';

const parse = (text: string) => parseAccountPattern(text, 'here.example');
const matches = (text: string, acct: string) => matchesAccount(parse(text)!, acct, 'here.example');

describe('parseAccountPattern', () => {
	it.each([
		['@Ada@Remote.Example', { kind: 'account', user: 'ada', host: 'remote.example' }],
		['ada@remote.example', { kind: 'account', user: 'ada', host: 'remote.example' }],
		['@ada', { kind: 'account', user: 'ada', host: 'here.example' }],
		['@a.b-c_d', { kind: 'account', user: 'a.b-c_d', host: 'here.example' }],
		['remote.example', { kind: 'host', host: 'remote.example' }],
		['remote.example:8443', { kind: 'host', host: 'remote.example:8443' }],
		['localhost', { kind: 'host', host: 'localhost' }],
		['bücher.example', { kind: 'host', host: 'bücher.example' }],
		['*.remote.example', { kind: 'subdomains', host: 'remote.example' }],
	])('reads %s', (text, pattern) => {
		expect(parse(text)).toEqual(pattern);
	});

	it.each([
		'',
		'@',
		'ada',
		'@ada@',
		'@@ada',
		'*',
		'*.',
		'*.example',
		'@*@remote.example',
		'https://remote.example',
		'a b',
		'@ada@remote.example/x',
		'.example',
		'-a.example',
		'@ada.',
	])('refuses "%s"', (text) => {
		expect(parse(text)).toBeUndefined();
	});

	it('throws for no text', () => {
		fc.assert(
			fc.property(fc.string({ unit: 'binary' }), (text) =>
				['object', 'undefined'].includes(typeof parse(text)),
			),
		);
	});

	it('reads a long text in no time', () => {
		const startedAt = performance.now();
		for (const part of ['a', 'a.', '@', 'a@', '*.']) parse(part.repeat(200_000));
		expect(performance.now() - startedAt).toBeLessThan(1_000);
	});
});

describe('matchesAccount', () => {
	it('knows an account whatever its case', () => {
		expect(matches('@ada@remote.example', 'Ada@Remote.Example')).toBe(true);
		expect(matches('@ada@remote.example', 'adam@remote.example')).toBe(false);
		expect(matches('@ada@remote.example', 'ada@sub.remote.example')).toBe(false);
	});

	it('knows an account of the instance with and without its host', () => {
		expect(matches('@ada', 'ada')).toBe(true);
		expect(matches('@ada', 'ada@here.example')).toBe(true);
		expect(matches('@ada', 'ada@remote.example')).toBe(false);
	});

	it('knows a host alone', () => {
		expect(matches('remote.example', 'ada@remote.example')).toBe(true);
		expect(matches('remote.example', 'ada@sub.remote.example')).toBe(false);
		expect(matches('remote.example', 'ada@notremote.example')).toBe(false);
		expect(matches('here.example', 'ada')).toBe(true);
	});

	it('knows the subdomains of a host and not the host', () => {
		expect(matches('*.remote.example', 'ada@a.b.remote.example')).toBe(true);
		expect(matches('*.remote.example', 'ada@remote.example')).toBe(false);
		expect(matches('*.remote.example', 'ada@evilremote.example')).toBe(false);
	});
});
