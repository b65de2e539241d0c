import type { INodeProperties } from 'n8n-workflow';

/** Which account; `find-account.ts` reads it. */
export const accountLocator: INodeProperties = {
	displayName: 'Account',
	name: 'account',
	type: 'resourceLocator',
	default: { mode: 'list', value: '' },
	required: true,
	description: 'The account: its handle, its address on any server, or its ID on your instance',
	modes: [
		{
			displayName: 'From List',
			name: 'list',
			type: 'list',
			placeholder: 'Search for a name or a handle...',
			typeOptions: { searchListMethod: 'searchAccounts', searchable: true },
		},
		{
			displayName: 'By Handle',
			name: 'handle',
			type: 'string',
			hint: 'Without a server: an account of your instance',
			placeholder: 'e.g. @Gargron@mastodon.social',
		},
		{
			displayName: 'By URL',
			name: 'url',
			type: 'string',
			placeholder: 'e.g. https://mastodon.social/@Gargron',
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
			placeholder: 'e.g. 13179',
		},
	],
};
