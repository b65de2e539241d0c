import { ApiError } from './api-error.mts';
import { coversScope } from './covers-scope.mts';
import type { Token } from './oauth-store.mts';
import type { Access } from './route.mts';
import type { SandboxRequest } from './sandbox-request.mts';
import type { World } from './world.mts';

/** The token a route may use; throws what Mastodon's Doorkeeper answers where it isn't enough. */
export function checkAccess(access: Access, request: SandboxRequest, world: World): Token | null {
	if (access.needs === 'nothing') return null;
	if (request.bearer === undefined) return anonymous(access, world);

	const token = world.oauth.tokens.get(request.bearer);
	if (token === undefined) throw invalidToken('The access token is invalid');
	if (world.oauth.revoked.has(request.bearer)) throw invalidToken('The access token was revoked');
	if (access.scopes.length > 0 && !access.scopes.some((scope) => coversScope(token.scopes, scope))) {
		const challenge = 'Bearer realm="Doorkeeper", error="insufficient_scope"';
		throw new ApiError(403, 'This action is outside the authorized scopes', {
			headers: { 'www-authenticate': challenge },
		});
	}
	if (access.needs === 'user' && token.account === null) {
		throw new ApiError(422, 'This method requires an authenticated user');
	}
	return token;
}

function anonymous(access: Access, world: World): null {
	if (access.needs !== 'read') throw invalidToken('The access token is invalid');
	const refusal = world.profile.anonymousReads;
	if (refusal !== null) throw new ApiError(refusal.status, refusal.message);
	return null;
}

function invalidToken(message: string): ApiError {
	const challenge = `Bearer realm="Doorkeeper", error="invalid_token", error_description="${message}"`;
	return new ApiError(401, message, { headers: { 'www-authenticate': challenge } });
}
