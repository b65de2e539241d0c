import type { Call } from './call.mts';
import type { Reply } from './reply.mts';

export interface Access {
	/**
	 * `nothing`: a token isn't even looked at. `read`: open to all unless the server's profile says otherwise, but a
	 * token that is sent must be good. `token`: any token. `user`: a token with an account.
	 */
	readonly needs: 'nothing' | 'read' | 'token' | 'user';
	/** One of these is enough; none: any token will do. */
	readonly scopes: readonly string[];
}

export interface Route {
	readonly method: string;
	/** `/api/v1/statuses/:id` */
	readonly pattern: string;
	readonly access: Access;
	readonly handle: (call: Call) => Reply;
}

/** `route('POST /api/v1/statuses', 'user write:statuses', handle)`; scopes are separated by spaces. */
export function route(line: string, access: string, handle: (call: Call) => Reply): Route {
	const [method = '', pattern = ''] = line.split(' ');
	const [needs = '', ...scopes] = access.split(' ');
	return { method, pattern, access: { needs: needs as Access['needs'], scopes }, handle };
}
