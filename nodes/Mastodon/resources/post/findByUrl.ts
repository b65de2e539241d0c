import type { IDataObject } from 'n8n-workflow';
import { NotFoundError } from '../../../../core/index';
import type { Operation } from '../../operation';
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
		const { href } = webAddress(String(this.getNodeParameter('url', itemIndex, '') ?? '').trim(), 'a post');
		const { client, address } = await connect();
		const post = await client.findByUrl(href);
		if (!post) throw new NotFoundError(address.host, `post at ${href}`, 'the search for it found nothing');
		return [postJson(post.raw as IDataObject, this.getNodeParameter('simplify', itemIndex, true) === true)];
	},
};
