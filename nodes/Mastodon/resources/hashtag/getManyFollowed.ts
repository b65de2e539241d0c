import type { IDataObject } from 'n8n-workflow';
import type { Operation } from '../../operation';
import { mostWanted } from '../../parameters/most-wanted';
import { returnAll } from '../../parameters/return-all';
import { simplify } from '../../parameters/simplify';
import { simpleHashtag } from '../../simple-hashtag';

const PAGE_SIZE = 200;

/** The hashtags that the account follows. */
export const { description, execute }: Operation = {
	description: [...returnAll, simplify],
	async execute(itemIndex, connect) {
		const most = mostWanted.call(this, itemIndex);
		const { api } = await connect();
		const tags: IDataObject[] = [];
		let maxId: string | undefined;
		do {
			const { value, headers } = await api.list({
				method: 'GET',
				path: '/api/v1/followed_tags',
				query: [
					['limit', String(Math.min(most, PAGE_SIZE))],
					...(maxId === undefined ? [] : [['max_id', maxId] as const]),
				],
				scope: 'read:follows',
				subject: 'list of followed hashtags',
			});
			tags.push(...(value as IDataObject[]));
			maxId = nextMaxId(headers.link, maxId);
		} while (maxId !== undefined && tags.length < most);
		const isSimple = this.getNodeParameter('simplify', itemIndex, true) === true;
		return tags.slice(0, most).map((tag) => (isSimple ? simpleHashtag(tag) : tag));
	},
};

/**
 * The cursor of the next page. Only the header has it: a hashtag does not tell the ID of its being followed. No
 * more than the ID is taken from there, so that no header leads a token elsewhere.
 */
function nextMaxId(link: string | undefined, before: string | undefined): string | undefined {
	const next = link?.split(',').find((part) => /rel="?next"?/.test(part));
	const id = next && /[?&]max_id=([\w-]{1,100})/.exec(next)?.[1];
	return id === before ? undefined : id;
}
