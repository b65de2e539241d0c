import { resource } from '../../resource';
import * as addToList from './addToList';
import * as follow from './follow';
import * as get from './get';
import * as getManyPosts from './getManyPosts';
import * as getRelationship from './getRelationship';
import * as unfollow from './unfollow';

export const account = resource(
	'account',
	{ get, getManyPosts, follow, unfollow, getRelationship, addToList },
	[
		{
			name: 'Add to List',
			value: 'addToList',
			action: 'Add an account to a list',
			description: 'Put an account that is followed on one of your lists',
		},
		{
			name: 'Follow',
			value: 'follow',
			action: 'Follow an account',
			description: 'Follow an account, or ask to where it is locked',
		},
		{
			name: 'Get',
			value: 'get',
			action: 'Get an account',
			description: 'Get the profile of an account by its handle, address or ID',
		},
		{
			name: 'Get Many Posts',
			value: 'getManyPosts',
			action: 'Get many posts of an account',
			description: 'Get what an account posted and boosted, the latest first',
		},
		{
			name: 'Get Relationship',
			value: 'getRelationship',
			action: 'Get the relationship to an account',
			description: 'Get whether an account is followed, follows back, is muted or blocked',
		},
		{
			name: 'Unfollow',
			value: 'unfollow',
			action: 'Unfollow an account',
			description: 'Follow an account no longer',
		},
	],
	'get',
);
