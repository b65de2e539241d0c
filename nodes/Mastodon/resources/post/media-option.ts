import type { INodeProperties } from 'n8n-workflow';

/** Files of a new post; `draft.ts` reads it. */
export const mediaOption: INodeProperties = {
	displayName: 'Media',
	name: 'media',
	type: 'fixedCollection',
	typeOptions: { multipleValues: true, multipleValueButtonText: 'Add File' },
	placeholder: 'Add File',
	default: {},
	description: 'Pictures, videos or sounds from binary fields of the item',
	options: [
		{
			displayName: 'File',
			name: 'files',
			values: [
				{
					displayName: 'Alt Text',
					name: 'description',
					type: 'string',
					default: '',
					placeholder: 'e.g. A black cat on a red sofa',
					description: 'Says what there is to see or hear, for people who cannot',
				},
				{
					displayName: 'Focus',
					name: 'focus',
					type: 'string',
					default: '',
					placeholder: 'e.g. 0.0,0.5',
					description: 'Point that stays in view when the picture is cropped: x,y, each from -1 to 1',
				},
				{
					displayName: 'Input Binary Field',
					name: 'field',
					type: 'string',
					default: 'data',
					required: true,
					description: 'Name of the binary field that holds the file',
				},
			],
		},
	],
};
