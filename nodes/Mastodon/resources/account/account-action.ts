import type { IDataObject, INodeProperties } from 'n8n-workflow';
import type { Operation } from '../../operation';
import { accountId } from '../../parameters/account-id';
import { accountLocator } from '../../parameters/account-locator';

/** An operation on one account that answers what it is to the connected one; `options` are sent along. */
export function accountAction(action: string, options: INodeProperties[] = []): Operation {
	return {
		description: [accountLocator, ...options],
		async execute(itemIndex, connect) {
			const session = await connect();
			const id = await accountId(this.getNodeParameter('account', itemIndex), session);
			const given = this.getNodeParameter('options', itemIndex, {}) as IDataObject;
			const { value } = await session.api.entity({
				method: 'POST',
				path: `/api/v1/accounts/${encodeURIComponent(id)}/${action}`,
				...(Object.keys(given).length > 0 ? { json: given } : {}),
				scope: 'write:follows',
				subject: `account ${id}`,
			});
			return [value as IDataObject];
		},
	};
}
