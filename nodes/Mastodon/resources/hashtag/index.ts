import { resource } from '../../resource';
import * as boostNewPosts from './boostNewPosts';
import * as follow from './follow';
import * as get from './get';
import * as getManyFollowed from './getManyFollowed';
import * as getManyPosts from './getManyPosts';
import * as unfollow from './unfollow';

export const hashtag = resource(
	'hashtag',
	{ getManyPosts, boostNewPosts, get, follow, unfollow, getManyFollowed },
	[
		{
			name: 'Boost New Posts',
			value: 'boostNewPosts',
			action: 'Boost new posts with a hashtag',
			description:
				'Find the posts with some hashtags that are new since the last run and boost those that qualify, each once',
		},
		{
			name: 'Follow',
			value: 'follow',
			action: 'Follow a hashtag',
			description: 'Show the posts with a hashtag in the home timeline',
		},
		{
			name: 'Get',
			value: 'get',
			action: 'Get a hashtag',
			description: 'Get how much a hashtag is used, and whether it is followed',
		},
		{
			name: 'Get Many Followed',
			value: 'getManyFollowed',
			action: 'Get many followed hashtags',
			description: 'Get the hashtags that the account follows',
		},
		{
			name: 'Get Many Posts',
			value: 'getManyPosts',
			action: 'Get many posts with a hashtag',
			description: 'Get the latest public posts with a hashtag, filtered by author, language, media and more',
		},
		{
			name: 'Unfollow',
			value: 'unfollow',
			action: 'Unfollow a hashtag',
			description: 'Show the posts with a hashtag in the home timeline no longer',
		},
	],
	'getManyPosts',
);
