import type { INodeProperties } from 'n8n-workflow';

/** The poll of a new post; `draft.ts` reads it. */
export const pollOption: INodeProperties = {
	displayName: 'Poll',
	name: 'poll',
	type: 'fixedCollection',
	placeholder: 'Add Poll',
	default: {},
	options: [
		{
			displayName: 'Poll',
			name: 'question',
			values: [
				{
					displayName: 'Choices',
					name: 'choices',
					type: 'string',
					typeOptions: { rows: 4 },
					default: '',
					required: true,
					description: 'One a line, two at least',
				},
				{
					displayName: 'Hide Totals',
					name: 'hideTotals',
					type: 'boolean',
					default: false,
					description: 'Whether the votes are hidden until the poll ends',
				},
				{
					displayName: 'Hours',
					name: 'hours',
					type: 'number',
					typeOptions: { minValue: 0.1, numberPrecision: 2 },
					default: 24,
					description: 'How long the poll is open, in hours',
				},
				{
					displayName: 'Multiple Choice',
					name: 'multiple',
					type: 'boolean',
					default: false,
					description: 'Whether people may choose several',
				},
			],
		},
	],
};
