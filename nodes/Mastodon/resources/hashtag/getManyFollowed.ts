import type { IDataObject } from 'n8n-workflow';
import type { Operation } from '../../operation';
import { nextMaxId } from '../../next-max-id';
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
		const asked = new Set<string>();
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
			for (const tag of value) tags.push(tag as IDataObject);
			if (maxId !== undefined) asked.add(maxId);
			// A server that gives the same pages over and over, or empty ones, is not followed for ever.
			maxId = value.length === 0 ? undefined : nextMaxId(headers.link, asked);
		} while (maxId !== undefined && tags.length < most);
		const isSimple = this.getNodeParameter('simplify', itemIndex, true) === true;
		return tags.slice(0, most).map((tag) => (isSimple ? simpleHashtag(tag) : tag));
	},
};
