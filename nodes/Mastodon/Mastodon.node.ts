import type { IExecuteFunctions, INodeExecutionData, INodeType, INodeTypeDescription } from 'n8n-workflow';
import { NodeConnectionTypes } from 'n8n-workflow';
import { authentication } from './authentication';
import { searchAccounts } from './list-search/search-accounts';
import { searchHashtags } from './list-search/search-hashtags';
import { searchLists } from './list-search/search-lists';
import { searchPosts } from './list-search/search-posts';
import { RESOURCES } from './resources';
import { router } from './router';

/** Hashtags, posts and accounts of a Mastodon instance, for workflows and AI agents. */
export class Mastodon implements INodeType {
	description: INodeTypeDescription = {
		displayName: 'Mastodon',
		name: 'mastodon',
		icon: { light: 'file:hashtag-boost.svg', dark: 'file:hashtag-boost.dark.svg' },
		group: ['transform'],
		version: 1,
		// `boostNewPosts` as words: "boost new posts: hashtag".
		subtitle:
			'={{$parameter["operation"].replace(/[A-Z]/g, " $&").toLowerCase() + ": " + $parameter["resource"]}}',
		description:
			'Find and boost new posts by hashtag, read, write, boost and favourite posts, and follow hashtags and accounts on Mastodon and compatible servers',
		defaults: { name: 'Mastodon' },
		inputs: [NodeConnectionTypes.Main],
		outputs: [NodeConnectionTypes.Main],
		usableAsTool: true,
		credentials: [
			{
				name: 'mastodonAccountApi',
				required: true,
				displayOptions: { show: { authentication: ['accessToken'] }, hide: { resource: ['application'] } },
			},
			{
				name: 'mastodonAccountOAuth2Api',
				required: true,
				displayOptions: { show: { authentication: ['oAuth2'] }, hide: { resource: ['application'] } },
			},
		],
		hints: [
			{
				message:
					'This was a manual run: n8n does not keep what it remembers. In executions of an active workflow every post is boosted once and none is missed.',
				displayCondition: '={{ $parameter["operation"] === "boostNewPosts" && $execution.mode === "test" }}',
				whenToDisplay: 'afterExecution',
				location: 'outputPane',
			},
		],
		properties: [
			// Registering an application is how one gets an account's credential, and needs none.
			{ ...authentication, displayOptions: { hide: { resource: ['application'] } } },
			{
				displayName: 'Resource',
				name: 'resource',
				type: 'options',
				noDataExpression: true,
				options: [
					{ name: 'Account', value: 'account' },
					{ name: 'Application', value: 'application' },
					{ name: 'Hashtag', value: 'hashtag' },
					{ name: 'Post', value: 'post' },
				],
				default: 'hashtag',
			},
			...Object.values(RESOURCES).flatMap(({ description }) => description),
		],
	};

	methods = { listSearch: { searchAccounts, searchHashtags, searchLists, searchPosts } };

	async execute(this: IExecuteFunctions): Promise<INodeExecutionData[][]> {
		return router.call(this);
	}
}
