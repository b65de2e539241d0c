import type {
	IAuthenticateGeneric,
	Icon,
	ICredentialTestRequest,
	ICredentialType,
	INodeProperties,
} from 'n8n-workflow';
import { SCOPES } from '../core/mastodon/scopes';
import { credentialTest } from '../nodes/Mastodon/credential-test';

/** An access token of an account, as its instance shows it under Preferences > Development. */
export class MastodonAccountApi implements ICredentialType {
	name = 'mastodonAccountApi';

	// n8n makes the name of a new credential of it: "Mastodon account".
	displayName = 'Mastodon API';

	icon: Icon = {
		light: 'file:../nodes/Mastodon/hashtag-boost.svg',
		dark: 'file:../nodes/Mastodon/hashtag-boost.dark.svg',
	};

	documentationUrl = 'https://github.com/mastodon-hashtag-boost/mastodon-hashtag-boost#readme';

	properties: INodeProperties[] = [
		{
			displayName: 'Instance',
			name: 'instance',
			type: 'string',
			default: '',
			required: true,
			placeholder: 'e.g. mastodon.social',
			description: 'The server that your account lives on, as a host or a URL',
		},
		{
			displayName: 'Access Token',
			name: 'accessToken',
			type: 'string',
			typeOptions: { password: true },
			default: '',
			required: true,
			description: `On your instance, open Preferences > Development > New application, tick the scopes ${SCOPES.join(', ')} (or those you need), save, open the application, and copy "Your access token"`,
		},
	];

	authenticate: IAuthenticateGeneric = {
		type: 'generic',
		properties: { headers: { Authorization: '=Bearer {{$credentials.accessToken.trim()}}' } },
	};

	test: ICredentialTestRequest = credentialTest;
}
