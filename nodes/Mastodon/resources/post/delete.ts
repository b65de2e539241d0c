import type { IDataObject } from 'n8n-workflow';
import type { Operation } from '../../operation';
import { postId } from '../../parameters/post-id';
import { postLocator } from '../../parameters/post-locator';

/** Deletes one of the account's own posts. The text comes back, so that it can be written anew. */
export const { description, execute }: Operation = {
	description: [postLocator],
	async execute(itemIndex, connect) {
		const session = await connect();
		const id = await postId(this.getNodeParameter('post', itemIndex), session);
		const { value } = await session.api.entity({
			method: 'DELETE',
			path: `/api/v1/statuses/${encodeURIComponent(id)}`,
			scope: 'write:statuses',
			subject: `post ${id} of your own`,
		});
		const { text = null, spoiler_text = '' } = value as IDataObject;
		return [{ deleted: true, id, text, spoiler_text }];
	},
};
