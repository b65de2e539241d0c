import type { AccountList } from '../account.mts';
import { accountEntity } from '../account-entity.mts';
import { ApiError } from '../api-error.mts';
import type { Call } from '../call.mts';
import { jsonReply } from '../reply.mts';
import type { Route } from '../route.mts';
import { route } from '../route.mts';
import type { World } from '../world.mts';

export function listRoutes(world: World): Route[] {
	const entity = ({ id, title }: AccountList) => ({ id, title, replies_policy: 'list', exclusive: false });
	const listOf = (call: Call) => {
		const list = call.user.lists.find(({ id }) => id === call.segment('id'));
		if (list === undefined) throw new ApiError(404, 'Record not found');
		return list;
	};

	const create = (call: Call) => {
		const title = call.text('title') ?? '';
		if (title === '') throw new ApiError(422, "Validation failed: Title can't be blank");
		const list = { id: String(call.user.lists.length + 1), title, accountIds: new Set<string>() };
		call.user.lists.push(list);
		return jsonReply(entity(list));
	};
	const members = (call: Call) =>
		jsonReply([...listOf(call).accountIds].map((id) => accountEntity(world.store.account(id), world)));
	/** Only followed accounts can be on a list, and only once (Mastodon `lists/accounts_controller.rb`). */
	const add = (call: Call) => {
		const list = listOf(call);
		const ids = call.list('account_ids');
		if (ids.some((id) => !call.user.follows.has(id) && id !== call.user.id))
			throw new ApiError(404, 'Record not found');
		if (ids.some((id) => list.accountIds.has(id))) {
			throw new ApiError(422, 'Validation failed: Account has already been taken');
		}
		for (const id of ids) list.accountIds.add(id);
		return jsonReply({});
	};
	const remove = (call: Call) => {
		for (const id of call.list('account_ids')) listOf(call).accountIds.delete(id);
		return jsonReply({});
	};
	return [
		route('GET /api/v1/lists', 'user read:lists', (call) => jsonReply(call.user.lists.map(entity))),
		route('POST /api/v1/lists', 'user write:lists', create),
		route('GET /api/v1/lists/:id', 'user read:lists', (call) => jsonReply(entity(listOf(call)))),
		route('GET /api/v1/lists/:id/accounts', 'user read:lists', members),
		route('POST /api/v1/lists/:id/accounts', 'user write:lists', add),
		route('DELETE /api/v1/lists/:id/accounts', 'user write:lists', remove),
	];
}
