import { resource } from '../../resource';
import * as register from './register';

export const application = resource(
	'application',
	{ register },
	[
		{
			name: 'Register',
			value: 'register',
			action: 'Register an application',
			description:
				'Make an application on an instance: gives the client ID and secret of the OAuth2 credential, and needs no account',
		},
	],
	'register',
);
