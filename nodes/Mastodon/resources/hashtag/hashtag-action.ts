import type { IDataObject } from 'n8n-workflow';
import type { HttpRequest } from '../../../../core/index';
import type { Operation } from '../../operation';
import { hashtagLocator } from '../../parameters/hashtag-locator';
import { hashtagName } from '../../parameters/hashtag-name';
import { simplify } from '../../parameters/simplify';
import { simpleHashtag } from '../../simple-hashtag';

/** An operation on one hashtag that answers the hashtag; `action` ends its path. */
export function hashtagAction(method: HttpRequest['method'], action: string, scope: string): Operation {
	return {
		description: [hashtagLocator, simplify],
		async execute(itemIndex, connect) {
			const name = hashtagName(this.getNodeParameter('hashtag', itemIndex));
			const { api } = await connect();
			const { value } = await api.entity({
				method,
				path: `/api/v1/tags/${encodeURIComponent(name)}${action}`,
				scope,
				subject: `hashtag #${name}`,
			});
			const tag = value as IDataObject;
			return [this.getNodeParameter('simplify', itemIndex, true) === true ? simpleHashtag(tag) : tag];
		},
	};
}
