import type { INodeProperties } from 'n8n-workflow';
import type { OptionChoice } from './parameters/option-collection';
import { optionCollection } from './parameters/option-collection';
import { hashtags } from './parameters/hashtags';
import { optionProperty } from './parameters/option-property';
import { simplify } from './parameters/simplify';

/** A first activation starts from now: nobody expects a flood of old posts from a trigger. */
const CHOICE: OptionChoice = {
	groups: ['query', 'filter', 'memory', 'reading'],
	without: ['hashtags'],
	initial: { 'initial-window': '0s' },
	wording: { act: 'pass on', done: 'passed on' },
};

/** What the event New Member sets by itself. */
const OF_MEMBERS: OptionChoice = {
	...CHOICE,
	without: ['hashtags', 'new-members-within', 'first-post-only'],
};

function options(event: string, choice: OptionChoice): INodeProperties {
	return {
		displayName: 'Options',
		name: 'options',
		type: 'collection',
		placeholder: 'Add option',
		default: {},
		displayOptions: { show: { event: [event] } },
		options: optionCollection(choice),
	};
}

/** All but the credential; `poll.ts` reads them. */
export const triggerParameters: INodeProperties[] = [
	{
		displayName: 'Event',
		name: 'event',
		type: 'options',
		default: 'newPost',
		noDataExpression: true,
		options: [
			{
				name: 'New Member',
				value: 'newMember',
				description: 'The first post with one of the hashtags by an account that is young',
			},
			{
				name: 'New Post With Hashtag',
				value: 'newPost',
				description: 'Every new post with the hashtags that passes the options',
			},
		],
	},
	hashtags,
	{
		...optionProperty('new-members-within', '7d'),
		displayName: 'Account Younger Than',
		required: true,
		displayOptions: { show: { event: ['newMember'] } },
	},
	options('newPost', CHOICE),
	options('newMember', OF_MEMBERS),
	simplify,
];
