import type { IDataObject } from 'n8n-workflow';
import { NotFoundError } from '../../../../core/index';
import type { Operation } from '../../operation';
import { accountId } from '../../parameters/account-id';
import { accountLocator } from '../../parameters/account-locator';

/** What an account is to the connected one: following, followed by, blocked and so on. */
export const { description, execute }: Operation = {
	description: [accountLocator],
	async execute(itemIndex, connect) {
		const session = await connect();
		const id = await accountId(this.getNodeParameter('account', itemIndex), session);
		const { value } = await session.api.list({
			method: 'GET',
			path: '/api/v1/accounts/relationships',
			query: [['id[]', id]],
			scope: 'read:follows',
			subject: `account ${id}`,
		});
		const [relationship] = value as IDataObject[];
		if (relationship) return [relationship];
		throw new NotFoundError(session.address.host, `account ${id}`, 'the answer is empty');
	},
};
