import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { existsSync } from 'node:fs';
import type { ICredentialType, IDataObject } from 'n8n-workflow';
import { SCOPES } from '../../core/index';
import { MastodonAccountApi } from '../../credentials/MastodonAccountApi.credentials';
import { MastodonAccountOAuth2Api } from '../../credentials/MastodonAccountOAuth2Api.credentials';
import { Expressions } from '../fakes-n8n/expressions.mts';
import { request } from '../fakes-n8n/request-helper.mts';
import { startSandbox } from '../sandbox/sandbox.mts';
import type { Sandbox } from '../sandbox/sandbox.mts';

/** Resolves expressions as n8n does. */
async function resolve(value: string, data: IDataObject): Promise<string> {
	const expressions = await Expressions.open();
	try {
		return expressions.resolve(value, data);
	} finally {
		await expressions.close();
	}
}

/** Where n8n is sent with an instance that is none. */
const NOWHERE = 'https://instance-is-no-address-of-a-server.invalid';

const credentials: Array<[string, ICredentialType]> = [
	['access token', new MastodonAccountApi()],
	['OAuth2', new MastodonAccountOAuth2Api()],
];

describe.each(credentials)('The %s credential', (_kind, credential) => {
	let sandbox: Sandbox;
	beforeEach(async () => {
		sandbox = await startSandbox();
	});
	afterEach(() => sandbox.close());

	it('has no HTML in its notices that n8n would drop', () => {
		const notices = credential.properties.filter(({ type }) => type === 'notice');
		const tags = notices.flatMap(({ displayName }) => displayName.match(/<[^>]+>/g) ?? []);
		expect(tags.filter((tag) => !/^<\/?(?:a|ul|li)\b/.test(tag))).toEqual([]);
	});

	it.each([
		['mastodon.social', 'https://mastodon.social'],
		[' https://Mastodon.social/ ', 'https://mastodon.social'],
		['http://mastodon.social', 'https://mastodon.social'],
		['http://127.0.0.1:8080', 'http://127.0.0.1:8080'],
		['http://127.0.0.1.evil.example', 'https://127.0.0.1.evil.example'],
		['http://localhost:3000/', 'http://localhost:3000'],
		['mastodon.social@evil.example', NOWHERE],
		['https://mastodon.social:x@evil.example', NOWHERE],
		['evil.example/?mastodon.social', NOWHERE],
		['2130706433', NOWHERE],
	])('asks %s at %s', async (instance, origin) => {
		expect(await resolve(credential.test!.request.baseURL!, { instance })).toBe(origin);
	});

	const test = async (token: string) => {
		const { baseURL, url, disableFollowRedirect = false } = credential.test!.request;
		const answer = (await request({
			url: (await resolve(baseURL!, { instance: sandbox.url })) + url!,
			headers: { Authorization: `Bearer ${token}` },
			disableFollowRedirect,
			returnFullResponse: true,
			ignoreHttpStatusErrors: true,
		})) as { statusCode: number };
		const rule = credential.test!.rules?.find(({ properties }) => properties.value === answer.statusCode);
		return rule ? rule.properties.message : answer.statusCode;
	};

	it('accepts a token of an account, and says clearly what is wrong with others', async () => {
		const me = sandbox.addAccount({ username: 'me' });
		expect(await test(sandbox.addToken({ account: me, scopes: ['read:accounts'] }))).toBe(200);
		expect(await test('wrong')).toContain('refused the access token');
		expect(await test(sandbox.addToken({ account: me, scopes: ['write'] }))).toContain('read:accounts');
		expect(await test(sandbox.addToken({ app: true }))).toContain('belongs to an application');
	});

	it('has both icons and a link to the documentation', () => {
		const { light, dark } = credential.icon as { light: string; dark: string };
		for (const icon of [light, dark])
			expect(existsSync(`credentials/${icon.replace('file:', '')}`)).toBe(true);
		expect(credential.documentationUrl).toMatch(/^https:/);
	});
});

describe('The access token credential', () => {
	it('sends the token without what was pasted along with it', async () => {
		const { properties } = new MastodonAccountApi().authenticate;
		const header = await resolve(String(properties.headers!.Authorization), { accessToken: ' abc\n' });
		expect(header).toBe('Bearer abc');
	});
});

describe('The OAuth2 credential', () => {
	const { properties, ...credential } = new MastodonAccountOAuth2Api();
	const initial = (name: string) => String(properties.find((property) => property.name === name)!.default);

	it('is one of n8n with PKCE', () => {
		expect(credential.extends).toEqual(['oAuth2Api']);
		expect(initial('grantType')).toBe('pkce');
	});

	it.each(['mastodon.social', 'https://mastodon.social/'])(
		'finds its endpoints from %s',
		async (instance) => {
			expect(await resolve(initial('authUrl'), { instance })).toBe('https://mastodon.social/oauth/authorize');
			expect(await resolve(initial('accessTokenUrl'), { instance })).toBe(
				'https://mastodon.social/oauth/token',
			);
		},
	);

	it('asks for the scopes that the node needs, or for others when told to', async () => {
		expect(await resolve(initial('scope'), { customScopes: false })).toBe(SCOPES.join(' '));
		const custom = { customScopes: true, enabledScopes: 'read write follow' };
		expect(await resolve(initial('scope'), custom)).toBe('read write follow');
		expect(SCOPES).toEqual(expect.arrayContaining(['write:statuses', 'write:favourites']));
	});
});
