import { ApiError } from '../api-error.mts';
import type { Call } from '../call.mts';
import type { Application } from '../oauth-store.mts';
import { jsonReply } from '../reply.mts';
import type { Route } from '../route.mts';
import { route } from '../route.mts';
import type { World } from '../world.mts';

/** Registering a client, and where it finds the OAuth endpoints. */
export function applicationRoutes(world: World): Route[] {
	const { oauth, profile, url } = world;

	const register = (call: Call) => {
		const name = call.text('client_name') ?? '';
		const redirectUris = redirectUrisOf(call, profile.oauth.redirectUriList);
		if (name === '') throw new ApiError(422, "Validation failed: Application name can't be blank");
		if (redirectUris.length === 0) throw new ApiError(422, "Validation failed: Redirect URI can't be blank");
		const scopes = (call.text('scopes') ?? 'read').split(/\s+/);
		const application = oauth.register({ name, website: call.text('website') ?? null, redirectUris, scopes });
		const { clientId: client_id, clientSecret: client_secret } = application;
		return jsonReply({ ...entity(application), client_id, client_secret, client_secret_expires_at: 0 });
	};
	const verify = (call: Call) => {
		if (call.token === null) throw new ApiError(401, 'The access token is invalid');
		return jsonReply(entity(call.token.application));
	};
	const metadata = () => {
		if (!profile.oauth.metadata) throw new ApiError(404, 'Not found');
		return jsonReply({
			issuer: `${url}/`,
			authorization_endpoint: `${url}/oauth/authorize`,
			token_endpoint: `${url}/oauth/token`,
			revocation_endpoint: `${url}/oauth/revoke`,
			app_registration_endpoint: `${url}/api/v1/apps`,
			scopes_supported: ['read', 'write', 'follow', 'profile'],
			response_types_supported: ['code'],
			response_modes_supported: ['query'],
			grant_types_supported: ['authorization_code', 'client_credentials'],
			token_endpoint_auth_methods_supported: ['client_secret_basic', 'client_secret_post'],
			code_challenge_methods_supported: ['S256'],
		});
	};
	return [
		route('POST /api/v1/apps', 'nothing', register),
		route('GET /api/v1/apps/verify_credentials', 'token', verify),
		route('GET /.well-known/oauth-authorization-server', 'nothing', metadata),
	];
}

function redirectUrisOf(call: Call, listAccepted: boolean): string[] {
	const given = call.params.redirect_uris;
	if (Array.isArray(given)) {
		if (!listAccepted) throw new ApiError(400, 'Bad Request: redirect_uris must be a string');
		return given.map(String);
	}
	return (call.text('redirect_uris') ?? '').split('\n').filter((uri) => uri !== '');
}

function entity({ id, name, website, redirectUris, scopes }: Application): Record<string, unknown> {
	return { id, name, website, scopes, redirect_uris: redirectUris, redirect_uri: redirectUris.join('\n') };
}
