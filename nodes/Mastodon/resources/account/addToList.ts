import type { Operation } from '../../operation';
import { accountId } from '../../parameters/account-id';
import { accountLocator } from '../../parameters/account-locator';
import { locatorFrom } from '../../parameters/locator';
import { ParameterError } from '../../parameters/parameter-error';

/** Puts an account that is followed on a list. */
export const { description, execute }: Operation = {
	description: [
		accountLocator,
		{
			displayName: 'List',
			name: 'list',
			type: 'resourceLocator',
			default: { mode: 'list', value: '' },
			required: true,
			description: 'One of your lists; only accounts that you follow can be on it',
			modes: [
				{
					displayName: 'From List',
					name: 'list',
					type: 'list',
					placeholder: 'Select a list...',
					typeOptions: { searchListMethod: 'searchLists', searchable: true },
				},
				{ displayName: 'By ID', name: 'id', type: 'string', placeholder: 'e.g. 12' },
			],
		},
	],
	async execute(itemIndex, connect) {
		const { text: list } = locatorFrom(this.getNodeParameter('list', itemIndex));
		if (!/^[\w-]{1,100}$/.test(list)) throw new ParameterError('Choose one of your lists, or enter its ID.');
		const session = await connect();
		const id = await accountId(this.getNodeParameter('account', itemIndex), session);
		await session.api.entity({
			method: 'POST',
			path: `/api/v1/lists/${list}/accounts`,
			json: { account_ids: [id] },
			scope: 'write:lists',
			subject: `list ${list}, or no followed account ${id},`,
		});
		return [{ added: true, account_id: id, list_id: list }];
	},
};
