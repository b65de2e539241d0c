import type { IDataObject } from 'n8n-workflow';
import { ApiCaller, instanceAddress, patientHttp, SCOPES } from '../../../../core/index';
import { HelpersHttp } from '../../adapters/helpers-http';
import { WorkflowClock } from '../../adapters/workflow-clock';
import { workflowLog } from '../../adapters/workflow-log';
import type { Operation } from '../../operation';
import { ParameterError } from '../../parameters/parameter-error';

/** Milliseconds: registering has a rate limit of minutes. */
const MAX_WAIT = 30_000;

/** Makes an application on an instance: the client ID and secret of the OAuth2 credential. Needs no account. */
export const { description, execute }: Operation = {
	description: [
		{
			displayName: 'Instance',
			name: 'instance',
			type: 'string',
			default: '',
			required: true,
			placeholder: 'e.g. mastodon.social',
			description: 'The server to register on, as a host or a URL',
		},
		{
			displayName: 'Application Name',
			name: 'clientName',
			type: 'string',
			default: 'n8n',
			required: true,
			description: 'Shown when the account is connected',
		},
		{
			displayName: 'Redirect URLs',
			name: 'redirectUrls',
			type: 'string',
			default: '',
			required: true,
			placeholder: 'e.g. https://n8n.example.com/rest/oauth2-credential/callback',
			description: 'The OAuth Redirect URL that the OAuth2 credential shows; several are separated by spaces',
		},
		{
			displayName: 'Scopes',
			name: 'scopes',
			type: 'string',
			default: SCOPES.join(' '),
			description: 'Rights that the application may ask for, separated by spaces',
		},
		{
			displayName: 'Website',
			name: 'website',
			type: 'string',
			default: '',
			placeholder: 'e.g. https://n8n.example.com',
			description: 'Shown with the name of the application',
		},
	],
	async execute(itemIndex) {
		const text = (name: string) => String(this.getNodeParameter(name, itemIndex, '') ?? '').trim();
		const address = instanceAddress(text('instance'));
		if (!address) {
			throw new ParameterError(
				`"${text('instance')}" is no address of a server: write it like mastodon.social or https://mastodon.social.`,
			);
		}
		for (const [name, label] of [
			['clientName', 'a name for the application'],
			['redirectUrls', 'the redirect URL, as the OAuth2 credential shows it'],
		] as const) {
			if (text(name) === '') throw new ParameterError(`Enter ${label}.`);
		}
		const clock = new WorkflowClock(this.getExecutionCancelSignal());
		const log = workflowLog(this.logger, this.getNode().name);
		const http = new HelpersHttp({
			origin: address.origin,
			send: (options) => this.helpers.httpRequest(options),
			renewsToken: false,
		});
		const api = new ApiCaller(
			patientHttp(http, { clock, log, random: Math.random, maxWait: MAX_WAIT }),
			address.host,
		);
		const { value } = await api.entity({
			method: 'POST',
			path: '/api/v1/apps',
			json: {
				client_name: text('clientName'),
				// As a text: GoToSocial takes no list.
				redirect_uris: text('redirectUrls').split(/\s+/).join('\n'),
				scopes: text('scopes') || SCOPES.join(' '),
				...(text('website') === '' ? {} : { website: text('website') }),
			},
			scope: '',
			subject: 'application',
		});
		return [value as IDataObject];
	},
};
