import type { INodeProperties } from 'n8n-workflow';

/** Which hashtag; `hashtag-name.ts` reads it. */
export const hashtagLocator: INodeProperties = {
	displayName: 'Hashtag',
	name: 'hashtag',
	type: 'resourceLocator',
	default: { mode: 'list', value: '' },
	required: true,
	description: 'The hashtag: its name with or without #, or its address',
	modes: [
		{
			displayName: 'From List',
			name: 'list',
			type: 'list',
			placeholder: 'Select one that you follow or that trends, or search...',
			typeOptions: { searchListMethod: 'searchHashtags', searchable: true },
		},
		{
			displayName: 'By Name',
			name: 'name',
			type: 'string',
			placeholder: 'e.g. introduction',
		},
		{
			displayName: 'By URL',
			name: 'url',
			type: 'string',
			placeholder: 'e.g. https://mastodon.social/tags/introduction',
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
	],
};
