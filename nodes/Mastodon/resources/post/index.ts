import { resource } from '../../resource';
import * as bookmark from './bookmark';
import * as boost from './boost';
import * as create from './create';
import * as remove from './delete';
import * as favourite from './favourite';
import * as findByUrl from './findByUrl';
import * as get from './get';
import * as undoBookmark from './undoBookmark';
import * as undoBoost from './undoBoost';
import * as undoFavourite from './undoFavourite';

const operations = {
	boost,
	undoBoost,
	favourite,
	undoFavourite,
	bookmark,
	undoBookmark,
	create,
	delete: remove,
	get,
	findByUrl,
};

export const post = resource(
	'post',
	operations,
	[
		{
			name: 'Bookmark',
			value: 'bookmark',
			action: 'Bookmark a post',
			description: 'Keep a post among the bookmarks, which nobody else sees',
		},
		{
			name: 'Boost',
			value: 'boost',
			action: 'Boost a post',
			description: 'Share a post with the followers of the account; a post that was boosted before stays so',
		},
		{
			name: 'Create',
			value: 'create',
			action: 'Create a post',
			description:
				'Publish or schedule a post, with files, a poll, a content warning, as an answer or a quote',
		},
		{
			name: 'Delete',
			value: 'delete',
			action: 'Delete a post',
			description: 'Delete one of the posts of the account; its text is returned',
		},
		{
			name: 'Favourite',
			value: 'favourite',
			action: 'Favourite a post',
			description: 'Tell the author that the post was liked',
		},
		{
			name: 'Find by URL',
			value: 'findByUrl',
			action: 'Find a post by its URL',
			description: 'Get the post at an address on any server, with the ID that other operations need',
		},
		{
			name: 'Get',
			value: 'get',
			action: 'Get a post',
			description: 'Get one post with its author, text, media and counts',
		},
		{
			name: 'Undo Bookmark',
			value: 'undoBookmark',
			action: 'Undo the bookmark of a post',
			description: 'Take a post out of the bookmarks',
		},
		{
			name: 'Undo Boost',
			value: 'undoBoost',
			action: 'Undo the boost of a post',
			description: 'Take back that the account boosted a post',
		},
		{
			name: 'Undo Favourite',
			value: 'undoFavourite',
			action: 'Undo the favourite of a post',
			description: 'Take back that the account favourited a post',
		},
	],
	'create',
);
