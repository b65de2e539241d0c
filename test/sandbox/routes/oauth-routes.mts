import { ApiError } from '../api-error.mts';
import { authorizeForm } from '../authorize-form.mts';
import type { Call } from '../call.mts';
import { coversScope } from '../covers-scope.mts';
import { escapeHtml } from '../escape-html.mts';
import type { Application, Token } from '../oauth-store.mts';
import { htmlReply, jsonReply } from '../reply.mts';
import type { Reply } from '../reply.mts';
import type { Route } from '../route.mts';
import { route } from '../route.mts';
import type { World } from '../world.mts';
import { applicationRoutes } from './application-routes.mts';

const outOfBand = 'urn:ietf:wg:oauth:2.0:oob';

/** Authorization code with PKCE (S256 only, as Mastodon since 4.4) and client credentials. Tokens don't expire. */
export function oauthRoutes(world: World): Route[] {
	const { oauth, store } = world;

	const authorize = (call: Call): Reply => {
		const request = authorizationRequest(call, world);
		const local = [...store.accounts.values()].filter(({ host }) => host === undefined);
		return authorizeForm(call, request.application, request.scopes, local[0]?.username ?? '');
	};

	const decide = (call: Call): Reply => {
		const request = authorizationRequest(call, world);
		const username = (call.text('username') ?? '').toLowerCase();
		const account = [...store.accounts.values()].find(
			({ host, username: name }) => host === undefined && name.toLowerCase() === username,
		);
		if (account === undefined) return htmlReply('<p role="alert">Invalid user name or password.</p>', 401);
		const { redirectUri, state } = request;
		if (call.text('decision') !== 'authorize')
			return redirect(redirectUri, { error: 'access_denied', state });
		const code = oauth.grant({ ...request, account });
		if (redirectUri !== outOfBand) return redirect(redirectUri, { code, state });
		return htmlReply(`<h1>Copy this code</h1><p><code id="code">${escapeHtml(code)}</code></p>`);
	};

	const token = (call: Call): Reply => {
		const application = clientOf(call, world);
		const wanted = scopesOf(call.text('scope') ?? '');
		switch (call.text('grant_type')) {
			case 'client_credentials': {
				const scopes = wanted.length === 0 ? ['read'] : wanted;
				checkScopes(scopes, application, world);
				return tokenReply(oauth.issue(application, null, scopes));
			}
			case 'authorization_code': {
				const {
					code = '',
					redirect_uri: uri,
					code_verifier: verifier,
				} = call.params as Record<string, string>;
				const grant = oauth.redeem(code, uri, verifier);
				if (grant?.application.clientId !== application.clientId) throw oauthError(400, 'invalid_grant');
				return tokenReply(oauth.issue(application, grant.account, grant.scopes));
			}
			default:
				throw oauthError(400, 'unsupported_grant_type');
		}
	};

	const revoke = (call: Call): Reply => {
		const application = clientOf(call, world);
		const known = oauth.tokens.get(call.text('token') ?? '');
		if (known !== undefined && known.application.clientId !== application.clientId) {
			throw oauthError(403, 'unauthorized_client');
		}
		if (known !== undefined) oauth.revoked.add(known.token);
		return jsonReply({});
	};

	return [
		...applicationRoutes(world),
		route('GET /oauth/authorize', 'nothing', authorize),
		route('POST /oauth/authorize', 'nothing', decide),
		route('POST /oauth/token', 'nothing', token),
		route('POST /oauth/revoke', 'nothing', revoke),
	];
}

function authorizationRequest(call: Call, world: World) {
	const application = world.oauth.application(call.text('client_id'));
	if (application === undefined) throw oauthError(401, 'invalid_client');
	const redirectUri = call.text('redirect_uri') ?? '';
	if (!application.redirectUris.includes(redirectUri)) throw oauthError(400, 'invalid_redirect_uri');
	if (call.text('response_type') !== 'code') throw oauthError(400, 'unsupported_response_type');
	const challenge = call.text('code_challenge');
	if (challenge !== undefined && call.text('code_challenge_method') !== 'S256') {
		throw oauthError(400, 'invalid_code_challenge_method');
	}
	const scopes = scopesOf(call.text('scope') ?? 'read');
	checkScopes(scopes, application, world);
	return { application, redirectUri, challenge, scopes, state: call.text('state') };
}

/** Client id and secret come in the body or in a Basic header, which encodes them. */
function clientOf(call: Call, world: World): Application {
	const basic = /^Basic (.+)$/i.exec(call.request.headers.authorization ?? '')?.[1];
	const [id, secret] =
		basic === undefined
			? [call.text('client_id'), call.text('client_secret')]
			: Buffer.from(basic, 'base64').toString('utf8').split(':').map(decodeURIComponent);
	if (basic !== undefined && !world.profile.oauth.basic) throw oauthError(400, 'invalid_request');
	const application = world.oauth.application(id);
	if (application === undefined || application.clientSecret !== secret)
		throw oauthError(401, 'invalid_client');
	return application;
}

function checkScopes(scopes: readonly string[], application: Application, { profile }: World): void {
	const isKnown = profile.oauth.granularScopes || !scopes.some((scope) => scope.includes(':'));
	if (!isKnown) throw oauthError(400, 'invalid_scope');
	if (!scopes.every((scope) => coversScope(application.scopes, scope)))
		throw oauthError(400, 'invalid_scope');
}

function scopesOf(text: string): string[] {
	return text.split(/[\s+]+/).filter((scope) => scope !== '');
}

function tokenReply({ token, scopes, createdAt }: Token): Reply {
	const body = { access_token: token, token_type: 'Bearer', scope: scopes.join(' ') };
	return jsonReply({ ...body, created_at: Math.floor(createdAt / 1000) }, 200, {
		'cache-control': 'no-store',
	});
}

function redirect(to: string, params: Record<string, string | undefined>): Reply {
	const url = new URL(to);
	for (const [name, value] of Object.entries(params)) {
		if (value !== undefined) url.searchParams.set(name, value);
	}
	return { status: 302, headers: { location: url.href }, body: '' };
}

function oauthError(status: number, code: string): ApiError {
	return new ApiError(status, code, { details: { error_description: `The sandbox refuses this: ${code}` } });
}
