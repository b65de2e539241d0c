import { accountEntity } from '../account-entity.mts';
import { ApiError } from '../api-error.mts';
import type { Call } from '../call.mts';
import { canSee } from '../can-see.mts';
import { hashtagEntity } from '../hashtag-entity.mts';
import { jsonReply } from '../reply.mts';
import type { Route } from '../route.mts';
import { route } from '../route.mts';
import { statusEntity } from '../status-entity.mts';
import type { World } from '../world.mts';

/** What can't be found or fetched gives empty lists, not an error. */
export function searchRoutes(world: World): Route[] {
	const { store, profile } = world;

	/** An address finds a known post; with `resolve` it also brings in one the server didn't have. */
	const statuses = (q: string, call: Call) => {
		const post = [...store.posts.values()].find(({ uri, url }) => q === uri || q === url);
		if (post === undefined || post.boostOf !== undefined) return [];
		if (!post.known && call.flag('resolve') && profile.search.resolve) post.known = true;
		return canSee(call.viewer, post) ? [statusEntity(post, call.viewer, world)] : [];
	};
	const accounts = (q: string) => {
		const wanted = q.replace(/^@/, '').toLowerCase();
		const found = [...store.accounts.values()].filter(
			({ acct, uri, url }) => q === uri || q === url || acct.toLowerCase().startsWith(wanted),
		);
		return found.map((account) => accountEntity(account, world));
	};
	const hashtags = (q: string, call: Call) => {
		const wanted = store.normalise(q);
		const found = [...store.hashtags.keys()].filter((name) => name.startsWith(wanted));
		return found.map((name) => hashtagEntity(name, call.viewer, world));
	};

	const search = (call: Call) => {
		const q = call.text('q')?.trim() ?? '';
		if (q === '') throw new ApiError(400, 'param is missing or the value is empty or invalid: q');
		if (q.length > profile.search.maxLength) throw new ApiError(422, 'The q field is too long');
		if (call.viewer === null && call.flag('resolve')) {
			const reason = 'Search queries that resolve remote resources are not supported without authentication';
			throw new ApiError(401, reason);
		}
		const type = call.text('type');
		const limit = call.limit(20, 40);
		const some = (name: string, find: () => unknown[]) =>
			type === undefined || type === name ? find().slice(0, limit) : [];
		const address = /^https?:\/\//.test(q);
		return jsonReply({
			accounts: some('accounts', () => accounts(q)),
			statuses: some('statuses', () => statuses(q, call)),
			hashtags: some('hashtags', () => (address ? [] : hashtags(q, call))),
		});
	};
	return [route('GET /api/v2/search', 'read read:search', search)];
}
