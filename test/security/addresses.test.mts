import { describe, expect, it } from '@jest/globals';
import { stateKeyPrefix } from '../../action/state-key.mts';
import { InvalidOptionError, parseOptions } from '../../core/index';
import { instanceAddress } from '../../core/mastodon/instance-address';
import { originExpression } from '../../nodes/Mastodon/origin-expression';
import { Expressions } from '../fakes-n8n/expressions.mts';
import { itIsTold } from '../tell-number.mts';
import { PLAIN, SPOOFED } from './spoofed-addresses.mts';

describe('A spoofed address', () => {
	it('is refused as the input "instance" in one sentence that shows it', () => {
		for (const instance of SPOOFED) {
			const parse = () => parseOptions({ instance, 'access-token': 'x', hashtags: 'cats' });
			expect({ instance, parse }).toEqual({ instance, parse: expect.any(Function) });
			expect(parse).toThrow(InvalidOptionError);
			expect(parse).toThrow(/^Input "instance": .*is no address of a server; write it like [^\n]*\.$/s);
		}
	});

	it('leads exactly to the host that stands there, where it is only odd', () => {
		for (const [text, host] of PLAIN) {
			const address = instanceAddress(text);
			expect([text, address?.host, new URL(address!.origin).host]).toEqual([text, host, host]);
		}
	});

	it('leads in n8n nowhere, or to the host that stands there', async () => {
		const expressions = await Expressions.open();
		const origin = `={{${originExpression('$credentials')}}}`;
		const hostOf = (instance: string): string =>
			URL.parse(expressions.resolve(origin, { instance }))?.host ?? 'nowhere';
		const isNowhere = (host: string) => /^(?:nowhere|.*\.invalid)$/.test(host);
		const asked = SPOOFED.map((text) => [text, hostOf(text)] as const);
		const elsewhere = asked.filter(([text, host]) => !isNowhere(host) && !isPlainHttp(text, host));
		const plain = PLAIN.map(([text]) => [text, hostOf(text)] as const);
		await expressions.close();
		expect(elsewhere).toEqual([]);
		expect(plain).toEqual(PLAIN.map(([text, host]) => [text, host]));
	});
});

/** The credential asks over https where `http:` was written, which the node itself refuses. */
function isPlainHttp(text: string, host: string): boolean {
	return text.toLowerCase() === `http://${host}`;
}

describe('Two owners of a state', () => {
	const owner = { instance: 'a.example', accountId: '1', query: 'any:cats' };
	const place = { ref: 'refs/heads/main', workflow: 'Boost', job: 'boost', step: '__self' };
	const PARTS = [
		'',
		'a',
		'b',
		'a,b',
		'a b',
		'a"b',
		'a\nb',
		'a/b',
		'a-b',
		'["a"]',
		'","',
		'a\\',
		'a","b',
		'../a',
		'á',
	];

	it('never share a key, whatever separators their names contain', () => {
		const names = ['instance', 'accountId', 'query', 'ref', 'workflow', 'job', 'step'];
		const keys = new Map<string, string>();
		for (const [first, second] of names.flatMap((a) => names.map((b) => [a, b] as const))) {
			for (const [x, y] of PARTS.flatMap((a) => PARTS.map((b) => [a, b] as const))) {
				const all = { ...owner, ...place, [first]: x, [second]: y };
				const key = stateKeyPrefix('', all, all);
				const told = JSON.stringify(names.map((name) => all[name as keyof typeof all]));
				expect(keys.get(key) ?? told).toBe(told);
				keys.set(key, told);
			}
		}
		expect([...keys.keys()].filter((key) => !/^mastodon-hashtag-boost-v1-[0-9a-f]{20}-$/.test(key))).toEqual(
			[],
		);
	});

	it('that name their state have keys that the cache takes, and none is the beginning of another', () => {
		const named = ['a', 'a-', 'a-b', 'a b', 'a/b', 'a/../b', '../../x', 'A', 'x'.repeat(200)];
		const keys = named.flatMap((name) =>
			['refs/heads/a', 'refs/heads/b'].map((ref) => stateKeyPrefix(name, owner, { ...place, ref })),
		);
		expect(new Set(keys).size).toBe(named.length * 2);
		for (const key of keys) {
			expect(key).toMatch(/^[\w.-]{1,400}$/);
			expect(keys.filter((other) => other !== key && other.startsWith(key))).toEqual([]);
		}
	});
});

describe('The number of addresses', () => itIsTold('Spoofed addresses of an instance', () => SPOOFED.length));
