import type { INodeProperties } from 'n8n-workflow';
import { mediaOption } from './media-option';
import { pollOption } from './poll-option';

/** What a new post may have besides its text; `draft.ts` reads it. */
export const createOptions: INodeProperties = {
	displayName: 'Options',
	name: 'options',
	type: 'collection',
	placeholder: 'Add option',
	default: {},
	options: [
		{
			displayName: 'Content Warning',
			name: 'contentWarning',
			type: 'string',
			default: '',
			placeholder: 'e.g. Spoilers',
			description: 'Shown instead of the post until the reader opens it',
		},
		{
			displayName: 'Language',
			name: 'language',
			type: 'string',
			default: '',
			placeholder: 'e.g. en',
			description: 'ISO 639-1 code of the language of the text',
		},
		mediaOption,
		pollOption,
		{
			displayName: 'Quote',
			name: 'quote',
			type: 'string',
			default: '',
			placeholder: 'e.g. https://mastodon.social/@Gargron/100254678717223630',
			description: 'Address or ID of the post to quote (Mastodon 4.5 and newer)',
		},
		{
			displayName: 'Reply To',
			name: 'replyTo',
			type: 'string',
			default: '',
			placeholder: 'e.g. 100254678717223630',
			description: 'Address or ID of the post to answer',
		},
		{
			displayName: 'Schedule',
			name: 'scheduledAt',
			type: 'dateTime',
			default: '',
			description: 'When to publish, five minutes from now at the earliest',
		},
		{
			displayName: 'Sensitive',
			name: 'sensitive',
			type: 'boolean',
			default: true,
			description: 'Whether pictures and videos are hidden until the reader opens them',
		},
		{
			displayName: 'Visibility',
			name: 'visibility',
			type: 'options',
			default: 'public',
			description: 'Who sees the post; without this option, what is set in the account',
			options: [
				{ name: 'Direct', value: 'direct', description: 'Only the people mentioned' },
				{ name: 'Private', value: 'private', description: 'Only followers' },
				{ name: 'Public', value: 'public', description: 'Everybody, in all timelines' },
				{ name: 'Unlisted', value: 'unlisted', description: 'Everybody, but not in public timelines' },
			],
		},
	],
};
