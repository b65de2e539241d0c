import { describe, expect, it } from '@jest/globals';
import { NoResponseError } from '../../../core/http/no-response-error';
import { detectServer } from '../../../core/mastodon/detect-server';
import type { Scripted } from '../../fakes/scripted-http.mts';
import { ok, respond, ScriptedHttp } from '../../fakes/scripted-http.mts';

const SCHEMA = 'http://nodeinfo.diaspora.software/ns/schema/';
const links = (...versions: string[]) =>
	ok({
		links: versions.map((version) => ({
			rel: SCHEMA + version,
			href: `https://here.example/nodeinfo/${version}`,
		})),
	});
const software = (name: string, version: string) => ok({ software: { name, version } });

async function detect(...answers: Scripted[]) {
	const http = new ScriptedHttp(...answers);
	return { server: await detectServer(http, 'here.example'), asked: http.asked, left: http.left };
}

describe('detectServer', () => {
	it('asks nodeinfo', async () => {
		const { server, asked } = await detect(links('2.0'), software('mastodon', '4.5.0'));
		expect(server).toEqual({ software: 'mastodon', version: '4.5.0' });
		expect(asked).toEqual(['GET /.well-known/nodeinfo', 'GET /nodeinfo/2.0']);
	});

	it('reads the last of the documents that it knows', async () => {
		const { asked } = await detect(links('1.0', '2.0', '2.1', '3.0'), software('mastodon', '4.5.0'));
		expect(asked[1]).toBe('GET /nodeinfo/2.1');
	});

	it('writes the name in lower case', async () => {
		const { server } = await detect(links('2.0'), software('Iceshrimp.NET', '2025.1'));
		expect(server?.software).toBe('iceshrimp.net');
	});

	it('asks the instance itself wherever the link points', async () => {
		const link = { rel: `${SCHEMA}2.0`, href: 'https://evil.example/nodeinfo/2.0' };
		const { asked } = await detect(ok({ links: [link] }), software('mastodon', '4.5.0'));
		expect(asked[1]).toBe('GET /nodeinfo/2.0');
	});

	it.each(['https://here.example/a?b=c', 'https://here.example', 'ftp://here.example/x', '/nodeinfo/2.0'])(
		'follows no link like %s',
		async (href) => {
			const link = { rel: `${SCHEMA}2.0`, href };
			const { asked } = await detect(ok({ links: [link] }), respond(404), respond(404));
			expect(asked).toEqual(['GET /.well-known/nodeinfo', 'GET /api/v2/instance', 'GET /api/v1/instance']);
		},
	);

	it('asks for the instance where nodeinfo is closed', async () => {
		const { server, asked } = await detect(
			respond(404),
			respond(404),
			ok({ version: '2.7.2 (compatible; Akkoma 3.16.0)' }),
		);
		expect(server).toEqual({ software: 'akkoma', version: '3.16.0' });
		expect(asked).toEqual(['GET /.well-known/nodeinfo', 'GET /api/v2/instance', 'GET /api/v1/instance']);
	});

	it('does not take a plain version for Mastodon', async () => {
		const { server } = await detect(respond(404), ok({ version: '4.5.0' }), ok({ version: '4.5.0' }));
		expect(server).toBeUndefined();
	});

	it.each([
		['HTML', ok('<html>')],
		['a list', ok([])],
		['no links', ok({})],
		['an error', respond(500)],
		['a redirect', respond(302, '', { location: 'https://login.example/' })],
		['nothing', new NoResponseError('lost', false)],
	])('goes on where nodeinfo answers %s', async (_, answer) => {
		const { server } = await detect(answer, ok({ version: '4.0.0 (not true; really snac/2.75)' }));
		expect(server).toEqual({ software: 'snac', version: '2.75' });
	});

	it('does not know a server that tells nothing', async () => {
		const { server, left } = await detect(respond(401), respond(401), respond(401));
		expect(server).toBeUndefined();
		expect(left).toBe(0);
	});

	it('cuts names and versions without end', async () => {
		const { server } = await detect(links('2.0'), software('x'.repeat(500), 'y'.repeat(500)));
		expect([server?.software.length, server?.version.length]).toEqual([40, 80]);
	});
});
