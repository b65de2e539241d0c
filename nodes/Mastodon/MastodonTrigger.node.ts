import type { INodeExecutionData, INodeType, INodeTypeDescription, IPollFunctions } from 'n8n-workflow';
import { NodeConnectionTypes } from 'n8n-workflow';
import { authentication } from './authentication';
import { poll } from './poll';
import { triggerParameters } from './trigger-parameters';

/** Starts a workflow with the new posts of some hashtags, or with the first posts of new members. */
export class MastodonTrigger implements INodeType {
	description: INodeTypeDescription = {
		displayName: 'Mastodon Trigger',
		name: 'mastodonTrigger',
		icon: { light: 'file:hashtag-boost.svg', dark: 'file:hashtag-boost.dark.svg' },
		group: ['trigger'],
		version: 1,
		subtitle:
			'={{$parameter["event"] === "newMember" ? "new member" : "new post"}}: {{$parameter["hashtags"]}}',
		description:
			'Starts the workflow when somebody posts with a hashtag, or when a new member does so for the first time',
		eventTriggerDescription: '',
		activationMessage: 'New posts with your hashtags will now start this workflow.',
		defaults: { name: 'Mastodon Trigger' },
		polling: true,
		inputs: [],
		outputs: [NodeConnectionTypes.Main],
		credentials: [
			{
				name: 'mastodonAccountApi',
				required: true,
				displayOptions: { show: { authentication: ['accessToken'] } },
			},
			{
				name: 'mastodonAccountOAuth2Api',
				required: true,
				displayOptions: { show: { authentication: ['oAuth2'] } },
			},
		],
		properties: [authentication, ...triggerParameters],
	};

	async poll(this: IPollFunctions): Promise<INodeExecutionData[][] | null> {
		return poll.call(this);
	}
}
