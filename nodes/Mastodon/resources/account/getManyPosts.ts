import type { IDataObject, INodeProperties } from 'n8n-workflow';
import type { Operation } from '../../operation';
import { accountId } from '../../parameters/account-id';
import { accountLocator } from '../../parameters/account-locator';
import { hashtagName } from '../../parameters/hashtag-name';
import { mostWanted } from '../../parameters/most-wanted';
import { returnAll } from '../../parameters/return-all';
import { simplify } from '../../parameters/simplify';
import { postJson } from '../../post-json';
import { textFrom } from '../../text-from';

const PAGE_SIZE = 40;
const FLAGS = ['exclude_reblogs', 'exclude_replies', 'only_media', 'pinned'];

const filters: INodeProperties = {
	displayName: 'Filters',
	name: 'filters',
	type: 'collection',
	placeholder: 'Add filter',
	default: {},
	options: [
		{
			displayName: 'Exclude Boosts',
			name: 'exclude_reblogs',
			type: 'boolean',
			default: true,
			description: "Whether to leave out other people's posts that the account boosted",
		},
		{
			displayName: 'Exclude Replies',
			name: 'exclude_replies',
			type: 'boolean',
			default: true,
			description: 'Whether to leave out answers to posts of others',
		},
		{
			displayName: 'Hashtag',
			name: 'tagged',
			type: 'string',
			default: '',
			placeholder: 'e.g. introduction',
			description: 'Only posts with this hashtag',
		},
		{
			displayName: 'Only Media',
			name: 'only_media',
			type: 'boolean',
			default: true,
			description: 'Whether to return posts with pictures, video or audio alone',
		},
		{
			displayName: 'Only Pinned',
			name: 'pinned',
			type: 'boolean',
			default: true,
			description: 'Whether to return the posts alone that the account pinned to its profile',
		},
	],
};

/** What an account posted and boosted, the newest first. Pages down by IDs. */
export const { description, execute }: Operation = {
	description: [accountLocator, ...returnAll, filters, simplify],
	async execute(itemIndex, connect) {
		const most = mostWanted.call(this, itemIndex);
		const chosen = queryFrom(this.getNodeParameter('filters', itemIndex, {}) as IDataObject);
		const session = await connect();
		const id = await accountId(this.getNodeParameter('account', itemIndex), session);
		const posts: IDataObject[] = [];
		const asked = new Set<string>();
		for (let maxId: string | undefined; posts.length < most; ) {
			const { value } = await session.api.list({
				method: 'GET',
				path: `/api/v1/accounts/${encodeURIComponent(id)}/statuses`,
				query: [
					['limit', String(PAGE_SIZE)],
					...chosen,
					...(maxId === undefined ? [] : [['max_id', maxId] as const]),
				],
				scope: 'read:statuses',
				subject: `account ${id}`,
			});
			const page = value as readonly IDataObject[];
			const last = textFrom(page.at(-1)?.id);
			// A server that does not heed max_id gives the same pages again.
			if (last === '' || asked.has(last)) break;
			asked.add(last);
			for (const post of page) posts.push(post);
			// Pinned posts come in one page, in an order of their own.
			if (chosen.some(([name]) => name === 'pinned')) break;
			maxId = last;
		}
		const isSimple = this.getNodeParameter('simplify', itemIndex, true) === true;
		return posts.slice(0, most).map((post) => postJson(post, isSimple));
	},
};

function queryFrom(given: IDataObject): ReadonlyArray<readonly [string, string]> {
	const flags = FLAGS.filter((name) => given[name] === true).map((name) => [name, 'true'] as const);
	const tagged = String(given.tagged ?? '').trim();
	return tagged === '' ? flags : [...flags, ['tagged', hashtagName(tagged)]];
}
