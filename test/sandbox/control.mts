import type { Account, NewAccount } from './account.mts';
import type { Fault } from './faults.mts';
import type { NewPost, Post } from './post.mts';
import type { RateBucket } from './rate-limiter.mts';
import { jsonReply } from './reply.mts';
import type { Reply } from './reply.mts';
import type { Sandbox } from './sandbox.mts';
import type { SandboxRequest } from './sandbox-request.mts';

type Control = (sandbox: Sandbox, body: never) => unknown;

/** What another process can do over HTTP: the same as the methods of a sandbox, in JSON, with ids for objects. */
const controls: Record<string, Control> = {
	'POST /_sandbox/accounts': (sandbox, body: NewAccount) => accountView(sandbox.addAccount(body)),
	'POST /_sandbox/tokens': (sandbox, body: Parameters<Sandbox['addToken']>[0]) => ({
		token: sandbox.addToken(body),
	}),
	'POST /_sandbox/posts': (sandbox, body: NewPost) => postView(sandbox.addPost(body)),
	'POST /_sandbox/faults': (sandbox, body: Fault) => sandbox.faults.add(withPattern(body)),
	'DELETE /_sandbox/faults': (sandbox) => sandbox.faults.clear(),
	'POST /_sandbox/rate-limits': (sandbox, body: RateBucket) => sandbox.setRateLimit(body),
	'GET /_sandbox/boosts': (sandbox) => sandbox.boosts(),
	'GET /_sandbox/requests': (sandbox) =>
		sandbox.requests.map((request) => ({ ...request, query: request.query.toString() })),
	'DELETE /_sandbox/requests': (sandbox) => sandbox.clearRequests(),
};

/** Answers 400 with the reason where a method would throw. */
export function controlReply(sandbox: Sandbox, request: SandboxRequest): Reply {
	const control = controls[`${request.method} ${request.path}`];
	if (control === undefined) return jsonReply({ error: 'No such control' }, 404);
	try {
		return jsonReply(control(sandbox, request.body as never) ?? {});
	} catch (error) {
		return jsonReply({ error: error instanceof Error ? error.message : String(error) }, 400);
	}
}

/** JSON has no regular expressions: `match.pathPattern` is the source of one. */
function withPattern(fault: Fault & { match?: { pathPattern?: string } }): Fault {
	const pattern = fault.match?.pathPattern;
	return pattern === undefined ? fault : { ...fault, match: { ...fault.match, path: new RegExp(pattern) } };
}

function accountView({ id, username, acct, uri, url }: Account): object {
	return { id, username, acct, uri, url };
}

function postView({ id, uri, url, createdAt, hashtags }: Post): object {
	return { id, uri, url, createdAt, hashtags };
}
