import type { IDataObject, ILoadOptionsFunctions, INodeListSearchResult } from 'n8n-workflow';
import type { ApiCall } from '../../../core/index';
import type { Session } from '../session';
import { textFrom } from '../text-from';
import { withSession } from './with-session';

/** Hashtags that begin with the filter; without one, those that the account follows and those that trend. */
export async function searchHashtags(
	this: ILoadOptionsFunctions,
	filter?: string,
): Promise<INodeListSearchResult> {
	const wanted = filter?.trim().replace(/^#/, '') ?? '';
	return withSession(this, async ({ api }) => {
		const tags =
			wanted === ''
				? [...(await optional(api, '/api/v1/followed_tags')), ...(await optional(api, '/api/v1/trends/tags'))]
				: await api.search('hashtags', wanted, { resolve: false, limit: 20, subject: 'search for hashtags' });
		const names = [...new Set(tags.map(({ name }) => textFrom(name)))];
		const urls = new Map(tags.map(({ name, url }) => [textFrom(name), textFrom(url)]));
		return { results: names.map((name) => ({ name: `#${name}`, value: name, url: urls.get(name) ?? '' })) };
	});
}

/** One of two sources: a token without the scope, or a server without trends, still has the other. */
async function optional(api: Session['api'], path: string): Promise<readonly IDataObject[]> {
	const call: ApiCall = { method: 'GET', path, scope: 'read:follows', subject: 'list of hashtags' };
	return api.list(call).then(
		({ value }) => value as IDataObject[],
		() => [],
	);
}
