import { describe, expect, it } from '@jest/globals';
import { capabilitiesOf, PORTABLE, serverFromVersion, UNKNOWN_SERVER } from '../../../core/mastodon/server';

const of = (software: string, version = '1.0') => capabilitiesOf({ software, version });

describe('capabilitiesOf', () => {
	it.each(['unknown', 'wordpress', '', 'constructor', '__proto__', 'toString'])(
		'trusts a server named "%s" with nothing',
		(software) => {
			expect(of(software)).toBe(PORTABLE);
		},
	);

	it('knows Mastodon', () => {
		expect(of('mastodon', '4.5.0')).toEqual({
			packing: 'any[]',
			paging: 'upward',
			ids: 'snowflake',
			order: 'position',
			shortPageIsLast: true,
			boostsOnce: true,
			tellsReblogged: true,
			foldsHashtags: true,
			decodesPath: true,
			statusesAtOnce: 20,
			boostScope: 'write:statuses',
			boostPause: 0,
			cursorsMustExist: false,
		});
	});

	it.each(['3.5.19', '4.0.2', '4.2.17', '4.2.0+glitch'])(
		'reads statuses one by one from Mastodon %s',
		(version) => {
			expect(of('mastodon', version).statusesAtOnce).toBe(1);
		},
	);

	it.each(['4.3.0', '4.3.0-rc.1', '4.10.0', '4.20.1', '5.0.0', '10.1.0', ''])(
		'reads many statuses at once from Mastodon %s',
		(version) => {
			expect(of('mastodon', version).statusesAtOnce).toBe(20);
		},
	);

	it.each(['gotosocial', 'hollo', 'snac', 'sharkey', 'mitra'])(
		'never asks %s twice for a boost',
		(software) => {
			expect(of(software).boostsOnce).toBe(false);
		},
	);

	it.each(['pixelfed', 'friendica', 'sharkey', 'takahe', 'mitra'])(
		'does not believe %s when it says that a post was not boosted',
		(software) => {
			expect(of(software).tellsReblogged).toBe(false);
		},
	);

	it.each(['akkoma', 'pleroma', 'pixelfed', 'friendica', 'takahe', 'mitra'])(
		'expects late posts on top of the timelines of %s',
		(software) => {
			expect(of(software).order).toBe('arrival');
		},
	);

	it.each(['gotosocial', 'hollo', 'pixelfed', 'snac', 'friendica', 'sharkey', 'mitra', 'takahe'])(
		'asks %s for one hashtag at a time',
		(software) => {
			expect(of(software).packing).toBe('none');
		},
	);

	it.each(['takahe', 'iceshrimp.net'])('boosts on %s with the scope of favourites', (software) => {
		expect(of(software).boostScope).toBe('write:favourites');
	});
});

describe('serverFromVersion', () => {
	it.each([
		['2.7.2 (compatible; Akkoma 3.16.0)', 'akkoma', '3.16.0'],
		['2.7.2 (compatible; Akkoma 3.16.0-0-gabc123)', 'akkoma', '3.16.0-0-gabc123'],
		['3.5.3 (compatible; Pixelfed 0.11.13)', 'pixelfed', '0.11.13'],
		['2.8.0 (compatible; Friendica 2024.09-rc)', 'friendica', '2024.09-rc'],
		['3.0.0 (compatible; Sharkey 2024.9.1)', 'sharkey', '2024.9.1'],
		['4.2.1 (compatible; Iceshrimp.NET/2025.1)', 'iceshrimp.net', '2025.1'],
		['4.0.0 (not true; really snac/2.75)', 'snac', '2.75'],
		['takahe/0.11.0', 'takahe', '0.11.0'],
	])('reads %s', (version, software, own) => {
		expect(serverFromVersion(version)).toEqual({ software, version: own });
	});

	it.each(['4.5.0', '0.19.1', '', '(compatible;)', 'nonsense'])('does not guess from "%s"', (version) => {
		expect(serverFromVersion(version)).toEqual({ ...UNKNOWN_SERVER, version });
	});

	it('reads a long text in no time', () => {
		const startedAt = performance.now();
		serverFromVersion('(compatible; '.repeat(50_000) + 'a'.repeat(50_000));
		expect(performance.now() - startedAt).toBeLessThan(1_000);
	});
});
