import type { INodeProperties } from 'n8n-workflow';

/** Which post; `post-id.ts` reads it. */
export const postLocator: INodeProperties = {
	displayName: 'Post',
	name: 'post',
	type: 'resourceLocator',
	default: { mode: 'id', value: '' },
	required: true,
	description: 'The post: its ID on your instance, or its address on any server',
	modes: [
		{
			displayName: 'From List',
			name: 'list',
			type: 'list',
			placeholder: 'Select one of your posts, or search...',
			typeOptions: { searchListMethod: 'searchPosts', searchable: true },
		},
		{
			displayName: 'By URL',
			name: 'url',
			type: 'string',
			hint: 'The address of the post on any server',
			placeholder: 'e.g. https://mastodon.social/@Gargron/100254678717223630',
			validation: [
				{
					type: 'regex',
					properties: {
						regex: '^\\s*https?://\\S+\\s*$',
						errorMessage: 'Enter an address that begins with https://',
					},
				},
			],
		},
		{
			displayName: 'By ID',
			name: 'id',
			type: 'string',
			hint: 'IDs hold on one server alone: use the one that your instance gave',
			placeholder: 'e.g. 100254678717223630',
		},
	],
};
