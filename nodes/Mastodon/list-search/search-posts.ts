import type { IDataObject, ILoadOptionsFunctions, INodeListSearchResult } from 'n8n-workflow';
import { htmlText } from '../../../core/index';
import { objectsIn } from '../objects-in';
import { textFrom } from '../text-from';
import { withSession } from './with-session';

/** The account's own latest posts; with a filter, what the instance's search finds for it. */
export async function searchPosts(
	this: ILoadOptionsFunctions,
	filter?: string,
	paginationToken?: string,
): Promise<INodeListSearchResult> {
	const wanted = filter?.trim() ?? '';
	return withSession(this, async ({ api, client }) => {
		if (wanted !== '') {
			const found = await api.search('statuses', wanted, {
				resolve: true,
				limit: 20,
				subject: 'search for posts',
			});
			return { results: (found as IDataObject[]).map(entryOf) };
		}
		const { account } = await client.verifyCredentials();
		const own = await client.accountStatuses(account.id, paginationToken);
		const last = own.at(-1)?.id;
		return {
			results: own.filter(({ reblog }) => !reblog).map(({ raw }) => entryOf(raw as IDataObject)),
			...(last === undefined ? {} : { paginationToken: last }),
		};
	});
}

function entryOf({ id, content, spoiler_text: warning, account, url }: IDataObject): {
	name: string;
	value: string;
	url: string;
} {
	const text = htmlText(textFrom(warning) || textFrom(content))
		.replace(/\s+/g, ' ')
		.trim();
	const acct = textFrom(objectsIn([account])[0]?.acct);
	return {
		name: `${text.slice(0, 80) || '(no text)'} - @${acct}`,
		value: textFrom(id),
		url: textFrom(url),
	};
}
