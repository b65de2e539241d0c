import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { startSandbox, type Sandbox } from '../sandbox/sandbox.mts';
import { eventually } from '../snac/eventually.mts';
import { CredentialDialog } from './credential-dialog.mts';
import { Editor } from './editor.mts';
import { startN8n, type N8nServer } from './n8n-server.mts';

/** Somebody who has just installed the package builds a workflow; each step goes on where the last has ended. */
describe('a workflow built by hand in the editor', () => {
	let sandbox: Sandbox;
	let n8n: N8nServer;
	let editor: Editor;
	let token = '';

	beforeAll(async () => {
		sandbox = await startSandbox();
		token = sandbox.addToken({ account: sandbox.addAccount({ username: 'booster' }) });
		for (const [username, displayName, text] of [
			['ada', 'Ada Lovelace', 'Hello everybody, I am new here and write about engines. #introduction'],
			['grace', 'Grace Hopper', 'Good evening from the navy! #introduction #cobol'],
			['aminata', 'Aminata Sow Fall', 'Bonjour de Dakar #introduction #sénégal'],
		] as const) {
			const account = sandbox.addAccount({ username, displayName, host: 'elsewhere.example' });
			sandbox.addPost({ account, text, hashtags: text.match(/#[\p{L}\p{N}]+/gu) ?? [] });
		}
		n8n = await startN8n();
		editor = await Editor.open(n8n.client);
	});

	afterAll(async () => {
		await (editor as Editor | undefined)?.close();
		await (n8n as N8nServer | undefined)?.close();
		await sandbox.close();
	});

	it('finds both nodes in the panel', async () => {
		const found = await editor.searchFirstNode('mastodon');
		await found.getByText('Mastodon', { exact: true }).click();

		const names = editor.page.getByTestId('node-creator-item-name');
		await names.getByText('On new post with hashtag').waitFor();
		await names.getByText('On new member').waitFor();
		await editor.page.getByText(/^Actions \(\d+\)$/).waitFor();
		await editor.picture('node-panel');
	});

	it('connects an account with its access token', async () => {
		await (await editor.searchFirstNode('manually')).getByText('Trigger manually').click();
		await (await editor.searchNextNode('mastodon')).getByText('Mastodon', { exact: true }).click();
		await editor.page.getByText('Get many posts with a hashtag').click();
		await editor.form.waitFor();

		const dialog = await CredentialDialog.open(editor, 'Access Token');
		await dialog.fill({ instance: sandbox.url, accessToken: token });
		await editor.picture('access-token-credential');
		await dialog.save();

		const asked = await eventually('n8n tests the credential', async () =>
			sandbox.requests.find(({ path }) => path === '/api/v1/accounts/verify_credentials'),
		);
		expect(asked).toMatchObject({ account: 'booster', status: 200 });
	});

	it('reads the posts with a hashtag and shows them', async () => {
		await editor.chooseBy('hashtag', 'By Name', 'introduction');

		await editor.executeStep('3 items');
		await editor.output
			.getByText(/Bonjour de Dakar/)
			.first()
			.waitFor();
		await editor.outwaitMessages();
		await editor.picture('get-many-posts');
		await editor.closeForm();
	});

	it('boosts each of them', async () => {
		await (await editor.searchNextNode('mastodon')).getByText('Mastodon', { exact: true }).click();
		await editor.page.getByText('Boost a post', { exact: true }).click();
		await editor.form.waitFor();
		await editor.express('post', '{{ $json.id }}');

		await editor.executeStep('3 items');

		expect(sandbox.boosts()).toHaveLength(3);
		await editor.outwaitMessages();
		await editor.picture('boost-a-post');
		await editor.closeForm();
		await editor.page.getByTestId('zoom-to-fit').click();
		await editor.picture('workflow');
	});

	it('says in one sentence what was wrong', async () => {
		await editor.openNode('Boost a post');
		await editor.express('post', '{{ 404404404 }}');

		await editor.executeStep(/post/i);

		await editor.picture('error');
		await editor.closeForm();
	});

	it('shows what the trigger would pass on', async () => {
		await (await editor.searchFirstNode('mastodon')).getByText('Mastodon', { exact: true }).click();
		await editor.page.getByText('On new post with hashtag').click();
		await editor.form.waitFor();
		await editor.enter('hashtags', 'introduction');

		await editor.executeStep('3 items');

		await editor.output
			.getByText(/Bonjour de Dakar/)
			.first()
			.waitFor();
		await editor.outwaitMessages();
		await editor.picture('trigger');
		await editor.closeForm();
	});

	it('opens the form of Boost New Posts behind it', async () => {
		await (await editor.searchNextNode('mastodon')).getByText('Mastodon', { exact: true }).click();
		await editor.page.getByText('Boost new posts with a hashtag').click();
		await editor.form.waitFor();
		await editor.enter('hashtags', 'introduction');
		await editor.picture('boost-new-posts');
		await editor.closeForm();
	});

	it('runs into no error on the way', () => {
		expect(editor.problems).toEqual([]);
	});
});
