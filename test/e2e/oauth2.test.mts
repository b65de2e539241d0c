import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { SCOPES } from '../../core/mastodon/scopes.ts';
import { gotosocial } from '../sandbox/profiles.mts';
import { startSandbox, type Sandbox } from '../sandbox/sandbox.mts';
import { eventually } from '../snac/eventually.mts';
import { CredentialDialog } from './credential-dialog.mts';
import { Editor } from './editor.mts';
import { startN8n, type N8nServer } from './n8n-server.mts';

/** Somebody connects their account in the browser; each step goes on where the last has ended. */
describe('the OAuth2 credential', () => {
	let sandbox: Sandbox;
	let n8n: N8nServer;
	let editor: Editor;

	beforeAll(async () => {
		// The strictest one: client id and secret must come in the body.
		sandbox = await startSandbox({ profile: gotosocial });
		sandbox.addAccount({ username: 'booster' });
		const account = sandbox.addAccount({ username: 'ada', host: 'elsewhere.example' });
		sandbox.addPost({ account, text: 'Hello #introduction', hashtags: ['introduction'] });
		n8n = await startN8n();
		editor = await Editor.open(n8n.client);
	});

	afterAll(async () => {
		await (editor as Editor | undefined)?.close();
		await (n8n as N8nServer | undefined)?.close();
		await sandbox.close();
	});

	it('is connected on the authorize page of the server', async () => {
		await (await editor.searchFirstNode('manually')).getByText('Trigger manually').click();
		await (await editor.searchNextNode('mastodon')).getByText('Mastodon', { exact: true }).click();
		await editor.page.getByText('Get many posts with a hashtag').click();
		const dialog = await CredentialDialog.open(editor, 'OAuth2');
		const application = await register(await dialog.redirectUri());
		await dialog.fill({
			instance: sandbox.url,
			clientId: application.client_id,
			clientSecret: application.client_secret,
		});
		await editor.picture('oauth2-credential');

		await dialog.connect(async (page) => {
			await page.getByText(/would like to have/).waitFor();
			await page.getByRole('button', { name: 'Authorize' }).click();
		});

		const exchange = sandbox.requests.find(({ path }) => path === '/oauth/token');
		expect(exchange).toMatchObject({ status: 200, body: { grant_type: 'authorization_code' } });
		// Without PKCE the server would have had nothing to check.
		expect(exchange?.body['code_verifier']).toMatch(/^[\w.~-]{43,128}$/);
	});

	it('lets the node act for the account', async () => {
		await editor.chooseBy('hashtag', 'By Name', 'introduction');

		await editor.executeStep('1 item');

		const asked = await eventually('the node asks for posts', async () =>
			sandbox.requests.find(({ path }) => path === '/api/v1/timelines/tag/introduction'),
		);
		expect(asked).toMatchObject({ account: 'booster', status: 200 });
	});

	/** Makes the application as its form tells people to. */
	async function register(redirectUri: string) {
		const response = await fetch(`${sandbox.url}/api/v1/apps`, {
			method: 'POST',
			body: new URLSearchParams({
				client_name: 'n8n',
				redirect_uris: redirectUri,
				scopes: SCOPES.join(' '),
			}),
		});
		return (await response.json()) as { client_id: string; client_secret: string };
	}
});
