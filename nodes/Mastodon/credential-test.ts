import type { ICredentialTestRequest } from 'n8n-workflow';
import { originExpression } from './origin-expression';

/** Asks for the token's owner. Every refusal that is worth telling apart has a sentence of its own. */
export const credentialTest: ICredentialTestRequest = {
	request: {
		baseURL: `={{${originExpression('$credentials')}}}`,
		url: '/api/v1/accounts/verify_credentials',
		// A redirect must not carry the token elsewhere.
		disableFollowRedirect: true,
	},
	rules: [
		[301, 'The instance points to another address: enter that one'],
		[302, 'The instance points to another address: enter that one'],
		[308, 'The instance points to another address: enter that one'],
		[401, 'The instance refused the access token: check that it is complete and was made on this instance'],
		[403, 'The access token lacks the scope "read:accounts": make one that has it'],
		[404, 'This address is no server with the Mastodon API: check the instance'],
		[422, 'The access token belongs to an application and to no person: copy the one of your account'],
	].map(([value, message]) => ({
		type: 'responseCode',
		properties: { value: Number(value), message: String(message) },
	})),
};
