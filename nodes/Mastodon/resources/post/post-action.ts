import type { IDataObject } from 'n8n-workflow';
import type { Operation } from '../../operation';
import { postId } from '../../parameters/post-id';
import { postLocator } from '../../parameters/post-locator';
import { simplify } from '../../parameters/simplify';
import { postJson } from '../../post-json';

/** An operation that does one thing to a post and answers the post: `favourite`, `unbookmark` and so on. */
export function postAction(action: string, scope: string): Operation {
	return {
		description: [postLocator, simplify],
		async execute(itemIndex, connect) {
			const session = await connect();
			const id = await postId(this.getNodeParameter('post', itemIndex), session);
			const { value } = await session.api.entity({
				method: 'POST',
				path: `/api/v1/statuses/${encodeURIComponent(id)}/${action}`,
				scope,
				subject: `post ${id}`,
			});
			return [postJson(value as IDataObject, this.getNodeParameter('simplify', itemIndex, true) === true)];
		},
	};
}
