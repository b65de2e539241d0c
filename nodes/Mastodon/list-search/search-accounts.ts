import type { IDataObject, ILoadOptionsFunctions, INodeListSearchResult } from 'n8n-workflow';
import { textFrom } from '../text-from';
import { withSession } from './with-session';

/** The accounts that the instance finds for a name or a handle; without one, the connected account itself. */
export async function searchAccounts(
	this: ILoadOptionsFunctions,
	filter?: string,
): Promise<INodeListSearchResult> {
	const wanted = filter?.trim() ?? '';
	return withSession(this, async ({ api }) => {
		if (wanted === '') {
			const { value } = await api.entity({
				method: 'GET',
				path: '/api/v1/accounts/verify_credentials',
				scope: 'read:accounts',
				subject: 'connected account',
			});
			return { results: [entryOf(value as IDataObject)] };
		}
		// A whole handle or an address may be of an account that the instance never met.
		const resolve = /^@?[^@\s]+@[^@\s]+\.|^https:\/\//.test(wanted);
		const found = await api.search('accounts', wanted, {
			resolve,
			limit: 20,
			subject: 'search for accounts',
		});
		return { results: (found as IDataObject[]).map(entryOf) };
	});
}

function entryOf({ id, acct, display_name: name, url }: IDataObject): {
	name: string;
	value: string;
	url: string;
} {
	return {
		name: `${textFrom(name) || textFrom(acct)} (@${textFrom(acct)})`,
		value: textFrom(id),
		url: textFrom(url),
	};
}
