import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { instanceAddress } from '../../../core/mastodon/instance-address';

describe('instanceAddress', () => {
	it.each([
		['mastodon.social', 'https://mastodon.social'],
		['https://mastodon.social', 'https://mastodon.social'],
		['  https://Mastodon.Social/  ', 'https://mastodon.social'],
		['https://mastodon.social:443', 'https://mastodon.social'],
		['https://mastodon.social:8443', 'https://mastodon.social:8443'],
		['xn--bcher-kva.example', 'https://xn--bcher-kva.example'],
		['social.xn--p1ai', 'https://social.xn--p1ai'],
		['203.0.113.7', 'https://203.0.113.7'],
		['http://localhost:3000', 'http://localhost:3000'],
		['http://localhost:80', 'http://localhost'],
		['http://127.0.0.1:3000', 'http://127.0.0.1:3000'],
		['http://[::1]:3000', 'http://[::1]:3000'],
		['localhost', 'https://localhost'],
	])('takes %s for %s', (text, origin) => {
		expect(instanceAddress(text)?.origin).toBe(origin);
	});

	it('names the host with its port, where that is not the usual one', () => {
		expect(instanceAddress('https://a.example:08443')?.host).toBe('a.example:8443');
		expect(instanceAddress('https://a.example:443/')?.host).toBe('a.example');
		expect(instanceAddress('https://localhost:80')?.host).toBe('localhost:80');
	});

	it.each([
		['a name without a dot', 'mastodon'],
		['nothing', ''],
		['a user name', 'https://user@mastodon.social'],
		['a user name and a password', 'https://user:pass@mastodon.social'],
		['another host before the @', 'mastodon.social@evil.example'],
		['a handle', '@me@mastodon.social'],
		['a path', 'https://mastodon.social/@me'],
		['a query', 'https://mastodon.social?x=1'],
		['a fragment', 'https://mastodon.social#x'],
		['a backslash', 'https://mastodon.social\\@evil.example'],
		['a line end', 'mastodon.social\nevil.example'],
		['another scheme', 'ftp://mastodon.social'],
		['no real scheme', 'javascript:alert(1)'],
		['http to another machine', 'http://mastodon.social'],
		['http to an address of the local network', 'http://192.168.0.1'],
		['http to a name that begins like loopback', 'http://127.0.0.1.evil.example'],
		['http to a name that begins like localhost', 'http://localhost.evil.example'],
		['port 0', 'https://mastodon.social:0'],
		['a port beyond the last one', 'https://mastodon.social:65536'],
		['an empty port', 'https://mastodon.social:'],
		['two dots', 'mastodon..social'],
		['a dot at the end', 'mastodon.social.'],
		['a label that begins with a hyphen', '-a.example'],
		['a label that is too long', `${'a'.repeat(64)}.example`],
		['a Cyrillic letter', 'mаstodon.social'],
		['full-width letters', 'ｍastodon.social'],
		['a full-width dot', 'mastodon。social'],
		['a letter with an accent', 'bücher.example'],
		['a zero-width space', 'mastodon\u200b.social'],
		['a percent sign', 'mastodon%2esocial'],
		['a short address', '127.1'],
		['an address as one number', '2130706433'],
		['a hexadecimal address', '0x7f.0.0.1'],
		['an octal address', '0177.0.0.1'],
		['an octet beyond 255', '127.0.0.256'],
		['an octet with a nought in front', '09.1.1.1'],
		['an octet that looks octal', '07.1.1.1'],
		['a loopback octet that looks octal', '127.0.0.01'],
		['the Kelvin sign for a k', '\u212aey.example'],
		['five octets', '127.0.0.0.1'],
		['another IPv6 address', 'https://[::ffff:127.0.0.1]'],
	])('refuses %s', (_, text) => {
		expect(instanceAddress(text)).toBeUndefined();
	});

	it('gives for any text an origin without user, path or query, or nothing', () => {
		fc.assert(
			fc.property(fc.oneof(fc.string(), fc.webUrl(), fc.domain()), (text) => {
				const address = instanceAddress(text);
				return address === undefined || new URL(address.origin).origin === address.origin;
			}),
		);
	});

	it('refuses a long text at once', () => {
		expect(instanceAddress('a.'.repeat(200_000))).toBeUndefined();
		expect(instanceAddress(`${'a'.repeat(400_000)}.example`)).toBeUndefined();
	});
});
