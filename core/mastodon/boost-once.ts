import { MissingScopeError, ServerUnreachableError, TokenRefusedError } from './api-errors';
import type { BoostVisibility, MastodonClient } from './client';
import { NotFoundError } from './not-found-error';
import { RequestRefusedError } from './request-refused-error';
import type { Status } from './status';

/**
 * Boosts a post unless this account did already: several servers boost twice when asked twice. An answer that
 * was lost is looked up. Answers the post itself; throws as `ApiCaller`.
 */
export async function boostOnce(
	client: MastodonClient,
	id: string,
	visibility: BoostVisibility,
): Promise<Status> {
	const { instance } = client;
	const subject = `post ${id}`;
	const before = await client.status(id);
	if (!before) throw new NotFoundError(instance, subject, 'status 404');
	if (before.reblogged === true) return before;
	const answer = await client.reblog(id, visibility);
	switch (answer.outcome) {
		case 'boosted':
			return answer.status;
		case 'gone':
			throw new NotFoundError(instance, subject, answer.message);
		case 'token-refused':
			throw new TokenRefusedError(instance, 'invalid', answer.message);
		case 'user-required':
			throw new TokenRefusedError(instance, 'no-user', answer.message);
		case 'scope-missing':
			throw new MissingScopeError(instance, 'write:statuses', answer.message);
		case 'unknown': {
			const after = await client.status(id);
			if (after?.reblogged === true) return after;
			throw new ServerUnreachableError(instance, answer.message);
		}
		default:
			throw new RequestRefusedError(instance, subject, answer.message);
	}
}
