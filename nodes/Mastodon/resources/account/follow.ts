import type { Operation } from '../../operation';
import { accountAction } from './account-action';

export const { description, execute }: Operation = accountAction('follow', [
	{
		displayName: 'Options',
		name: 'options',
		type: 'collection',
		placeholder: 'Add option',
		default: {},
		options: [
			{
				displayName: 'Notify',
				name: 'notify',
				type: 'boolean',
				default: false,
				description: 'Whether to be notified when this account posts',
			},
			{
				displayName: 'Show Boosts',
				name: 'reblogs',
				type: 'boolean',
				default: true,
				description: "Whether this account's boosts stand in the home timeline",
			},
		],
	},
]);
