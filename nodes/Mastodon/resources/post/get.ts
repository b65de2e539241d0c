import type { IDataObject } from 'n8n-workflow';
import type { Operation } from '../../operation';
import { postId } from '../../parameters/post-id';
import { postLocator } from '../../parameters/post-locator';
import { simplify } from '../../parameters/simplify';
import { postJson } from '../../post-json';

/** One post as the account sees it. */
export const { description, execute }: Operation = {
	description: [postLocator, simplify],
	async execute(itemIndex, connect) {
		const session = await connect();
		const id = await postId(this.getNodeParameter('post', itemIndex), session);
		const { value } = await session.api.entity({
			method: 'GET',
			path: `/api/v1/statuses/${encodeURIComponent(id)}`,
			scope: 'read:statuses',
			subject: `post ${id}`,
		});
		return [postJson(value as IDataObject, this.getNodeParameter('simplify', itemIndex, true) === true)];
	},
};
