import type { Operation } from '../../operation';
import { accountLocator } from '../../parameters/account-locator';
import { findAccount } from '../../parameters/find-account';
import { simplify } from '../../parameters/simplify';
import { simpleAccount } from '../../simple-account';

/** An account by handle, address or ID. */
export const { description, execute }: Operation = {
	description: [accountLocator, simplify],
	async execute(itemIndex, connect) {
		const account = await findAccount(this.getNodeParameter('account', itemIndex), await connect());
		const isSimple = this.getNodeParameter('simplify', itemIndex, true) === true;
		return [isSimple ? simpleAccount(account) : account];
	},
};
