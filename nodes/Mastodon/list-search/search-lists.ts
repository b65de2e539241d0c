import type { IDataObject, ILoadOptionsFunctions, INodeListSearchResult } from 'n8n-workflow';
import { textFrom } from '../text-from';
import { withSession } from './with-session';

/** The account's own lists whose title holds the filter. */
export async function searchLists(
	this: ILoadOptionsFunctions,
	filter?: string,
): Promise<INodeListSearchResult> {
	const wanted = filter?.trim().toLowerCase() ?? '';
	return withSession(this, async ({ api }) => {
		const { value } = await api.list({
			method: 'GET',
			path: '/api/v1/lists',
			scope: 'read:lists',
			subject: 'lists of the account',
		});
		const lists = (value as IDataObject[]).map(({ id, title }) => ({
			name: textFrom(title),
			value: textFrom(id),
		}));
		return { results: lists.filter(({ name }) => name.toLowerCase().includes(wanted)) };
	});
}
