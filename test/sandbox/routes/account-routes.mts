import type { Account } from '../account.mts';
import { accountEntity } from '../account-entity.mts';
import { ApiError } from '../api-error.mts';
import type { Call } from '../call.mts';
import { canSee } from '../can-see.mts';
import { pageLinks } from '../page-links.mts';
import { readPage } from '../read-page.mts';
import { relationshipEntity } from '../relationship-entity.mts';
import { jsonReply } from '../reply.mts';
import type { Route } from '../route.mts';
import { route } from '../route.mts';
import { statusEntity } from '../status-entity.mts';
import { cursorsOf } from '../tag-timeline.mts';
import type { World } from '../world.mts';

export function accountRoutes(world: World): Route[] {
	const { store } = world;
	const accountOf = (call: Call) => {
		const account = store.accounts.get(call.segment('id'));
		if (account === undefined) throw new ApiError(404, 'Record not found');
		return account;
	};

	const lookup = (call: Call) => {
		const wanted = (call.text('acct') ?? '').replace(/^@/, '').replace(`@${world.host}`, '').toLowerCase();
		const account = [...store.accounts.values()].find(({ acct }) => acct.toLowerCase() === wanted);
		if (account === undefined) throw new ApiError(404, 'Record not found');
		return jsonReply(accountEntity(account, world));
	};

	const relationships = (call: Call) => {
		const known = call.list('id').flatMap((id) => store.accounts.get(id) ?? []);
		return jsonReply(known.map((account) => relationshipEntity(call.user, account)));
	};

	/** Own boosts are among an account's posts, as wrappers. */
	const statuses = (call: Call) => {
		const account = accountOf(call);
		const tagged = call.text('tagged');
		const name = tagged === undefined ? undefined : store.normalise(tagged);
		const chosen = [...account.posts].filter(
			(post) =>
				canSee(call.viewer, post) &&
				!(call.flag('exclude_reblogs') && post.boostOf !== undefined) &&
				!(call.flag('exclude_replies') && post.inReplyTo !== undefined) &&
				!(call.flag('only_media') && post.media.length === 0) &&
				!call.flag('pinned') &&
				(name === undefined || post.hashtags.includes(name)),
		);
		const limit = call.limit(20, 40);
		const page = readPage(store.newestFirst(chosen), cursorsOf(call), world.profile.cursors, limit);
		const { link, linkRels } = world.profile.timeline;
		const kept = link === null ? null : 'all';
		const headers = pageLinks(call.request, world.url, page, { link: kept, linkRels });
		return jsonReply(
			page.map((post) => statusEntity(post, call.viewer, world)),
			200,
			headers,
		);
	};

	const follow = (call: Call) => {
		const account = accountOf(call);
		if (account.id === call.user.id) throw new ApiError(403, 'This action is not allowed');
		(account.locked ? call.user.requested : call.user.follows).add(account.id);
		return jsonReply(relationshipEntity(call.user, account));
	};
	const unfollow = (call: Call) => {
		const account = accountOf(call);
		call.user.follows.delete(account.id);
		call.user.requested.delete(account.id);
		return jsonReply(relationshipEntity(call.user, account));
	};

	return [
		route('GET /api/v1/accounts/verify_credentials', 'user profile read:accounts', (call) =>
			jsonReply(credentialEntity(call.user, world)),
		),
		route('GET /api/v1/accounts/lookup', 'read read:accounts', lookup),
		route('GET /api/v1/accounts/relationships', 'user read:follows', relationships),
		route('GET /api/v1/accounts/:id', 'read read:accounts', (call) =>
			jsonReply(accountEntity(accountOf(call), world)),
		),
		route('GET /api/v1/accounts/:id/statuses', 'read read:statuses', statuses),
		route('POST /api/v1/accounts/:id/follow', 'user write:follows follow', follow),
		route('POST /api/v1/accounts/:id/unfollow', 'user write:follows follow', unfollow),
	];
}

/** The Mastodon `CredentialAccount` entity: the account with its own settings. */
function credentialEntity(account: Account, world: World): Record<string, unknown> {
	const { note, fields, discoverable, indexable, defaultVisibility: privacy } = account;
	const source = { privacy, sensitive: false, language: null, note, fields, follow_requests_count: 0 };
	return { ...accountEntity(account, world), source: { ...source, discoverable, indexable } };
}
