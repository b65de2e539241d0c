import type { Icon, ICredentialTestRequest, ICredentialType, INodeProperties } from 'n8n-workflow';
import { SCOPES } from '../core/mastodon/scopes';
import { credentialTest } from '../nodes/Mastodon/credential-test';
import { originExpression } from '../nodes/Mastodon/origin-expression';

const ORIGIN = originExpression('$self');

/** Connects an account in the browser: authorization code with PKCE. The signing itself is n8n's. */
export class MastodonAccountOAuth2Api implements ICredentialType {
	name = 'mastodonAccountOAuth2Api';

	extends = ['oAuth2Api'];

	// n8n makes the name of a new credential of it: "Mastodon account".
	displayName = 'Mastodon OAuth2 API';

	icon: Icon = {
		light: 'file:../nodes/Mastodon/hashtag-boost.svg',
		dark: 'file:../nodes/Mastodon/hashtag-boost.dark.svg',
	};

	documentationUrl = 'https://github.com/mastodon-hashtag-boost/mastodon-hashtag-boost#readme';

	properties: INodeProperties[] = [
		{
			displayName: 'Grant Type',
			name: 'grantType',
			type: 'hidden',
			default: 'pkce',
		},
		{
			// Of HTML, n8n's notices show links and lists alone.
			displayName: `<ul><li>On your instance, open Preferences > Development > New application.</li><li>As redirect URI enter the OAuth Redirect URL shown above, and tick these scopes: ${SCOPES.join(', ')}.</li><li>Save, open the application, and copy its client key and client secret into Client ID and Client Secret.</li><li>Or let the operation Application > Register of the Mastodon node make the application.</li></ul>`,
			name: 'newcomer',
			type: 'notice',
			default: '',
		},
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
			displayName: 'Client ID',
			name: 'clientId',
			type: 'string',
			default: '',
			required: true,
			description: 'The "Client key" of the application',
		},
		{
			displayName: 'Client Secret',
			name: 'clientSecret',
			type: 'string',
			typeOptions: { password: true },
			default: '',
			required: true,
			description: 'The "Client secret" of the application',
		},
		{
			displayName: 'Authorization URL',
			name: 'authUrl',
			type: 'hidden',
			default: `={{${ORIGIN}}}/oauth/authorize`,
			required: true,
		},
		{
			displayName: 'Access Token URL',
			name: 'accessTokenUrl',
			type: 'hidden',
			default: `={{${ORIGIN}}}/oauth/token`,
			required: true,
		},
		{
			displayName: 'Custom Scopes',
			name: 'customScopes',
			type: 'boolean',
			default: false,
			description: `Whether to ask for other rights than these: ${SCOPES.join(', ')}. The application must have been given the same scopes.`,
		},
		{
			displayName: 'Enabled Scopes',
			name: 'enabledScopes',
			type: 'string',
			displayOptions: { show: { customScopes: [true] } },
			default: SCOPES.join(' '),
			description:
				'Scopes separated by spaces. Servers without fine scopes, such as Pixelfed, take "read write follow".',
		},
		{
			displayName: 'Scope',
			name: 'scope',
			type: 'hidden',
			// Not editable itself: n8n drops a stored scope of community credentials when an account is connected again.
			default: `={{$self["customScopes"] ? $self["enabledScopes"] : "${SCOPES.join(' ')}"}}`,
		},
		{
			displayName: 'Auth URI Query Parameters',
			name: 'authQueryParameters',
			type: 'hidden',
			default: '',
		},
		{
			displayName: 'Authentication',
			name: 'authentication',
			type: 'hidden',
			default: 'body',
		},
	];

	test: ICredentialTestRequest = credentialTest;
}
