import type { IDataObject } from 'n8n-workflow';
import type { Operation } from '../../operation';
import { postId } from '../../parameters/post-id';
import { simplify } from '../../parameters/simplify';
import { webAddress } from '../../parameters/web-address';
import { postJson } from '../../post-json';

/** The post of any server by its address, with the ID that it has on the account's own instance. */
export const { description, execute }: Operation = {
	description: [
		{
			displayName: 'URL',
			name: 'url',
			type: 'string',
			default: '',
			required: true,
			placeholder: 'e.g. https://mastodon.social/@Gargron/100254678717223630',
			description:
				'Address of the post on any server; your instance fetches it where it does not know it yet',
		},
		simplify,
	],
	async execute(itemIndex, connect) {
		const url = String(this.getNodeParameter('url', itemIndex, '') ?? '').trim();
		const { href } = webAddress(url, 'a post');
		const session = await connect();
		const id = await postId({ mode: 'url', value: href }, session);
		const { value } = await session.api.entity({
			method: 'GET',
			path: `/api/v1/statuses/${encodeURIComponent(id)}`,
			scope: 'read:statuses',
			subject: `post at ${href}`,
		});
		return [postJson(value as IDataObject, this.getNodeParameter('simplify', itemIndex, true) === true)];
	},
};
