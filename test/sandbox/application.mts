import { ApiError } from './api-error.mts';
import { Call } from './call.mts';
import { checkAccess } from './check-access.mts';
import { errorReply } from './error-reply.mts';
import { matchRoute } from './match-route.mts';
import type { Quota } from './rate-limiter.mts';
import type { Reply } from './reply.mts';
import { allRoutes } from './routes/all-routes.mts';
import type { SandboxRequest } from './sandbox-request.mts';
import type { World } from './world.mts';

/** The server without its wire: one request in, one answer out. */
export function application(world: World): (request: SandboxRequest) => Reply {
	const routes = allRoutes(world);

	const answer = (request: SandboxRequest, refused: boolean): Reply => {
		if (refused) throw new ApiError(429, world.profile.rateLimits.message);
		const type = request.headers['content-type'] ?? '';
		const charset = type.startsWith('application/x-www-form-urlencoded;');
		if (charset && world.profile.formCharset === 'refused') throw new ApiError(415, 'Unsupported Media Type');
		const match = matchRoute(routes, request.method, request.path);
		if (match === undefined) throw new ApiError(404, 'Not found');
		const token = checkAccess(match.route.access, request, world);
		if (request.malformed) throw new ApiError(400, 'There was a problem parsing the JSON you submitted');
		return match.route.handle(new Call(request, match.segments, token));
	};

	return (request) => {
		const token = world.oauth.tokens.get(request.bearer ?? '') ?? null;
		const { refused, quota } = world.limiter.take({ ...request, token });
		const reply = orError(() => answer(request, refused), world);
		const family = answersPostFamily(request)
			? world.limiter.quota('statuses', token?.account?.id ?? '')
			: null;
		return withQuota(reply, refused ? quota : (family ?? quota), world);
	};
}

function orError(work: () => Reply, world: World): Reply {
	try {
		return work();
	} catch (error) {
		if (error instanceof ApiError) return errorReply(error, world.profile.errors);
		const message = error instanceof Error ? (error.stack ?? error.message) : String(error);
		return errorReply(new ApiError(500, message), world.profile.errors);
	}
}

/** Boosts show the quota of posts although they don't use it up (Mastodon `reblogs_controller.rb`). */
function answersPostFamily({ method, path }: SandboxRequest): boolean {
	return method === 'POST' && /^\/api\/v1\/statuses(?:\/[^/]+\/reblog)?$/.test(path);
}

function withQuota(reply: Reply, quota: Quota | null, world: World): Reply {
	if (quota === null || !world.profile.rateLimits.headers) return reply;
	const headers = {
		'x-ratelimit-limit': String(quota.limit),
		'x-ratelimit-remaining': String(quota.remaining),
		'x-ratelimit-reset': new Date(quota.reset).toISOString().replace('Z', '000Z'),
	};
	return { ...reply, headers: { ...reply.headers, ...headers } };
}
