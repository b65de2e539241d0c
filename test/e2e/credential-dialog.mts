import type { Editor } from './editor.mts';
import type { Locator, Page } from './page.mts';

/** The dialog that makes the credential of the node whose form is open. */
export class CredentialDialog {
	readonly #editor: Editor;

	private constructor(editor: Editor) {
		this.#editor = editor;
	}

	/** `mode`: the node's Authentication, which n8n shows in the dialog and not in the form. */
	static async open(editor: Editor, mode: 'Access Token' | 'OAuth2'): Promise<CredentialDialog> {
		await editor.form.getByTestId('node-credentials-empty-state').getByRole('button').first().click();
		const dialog = new CredentialDialog(editor);
		const { page } = editor;
		await dialog.#dialog.getByTestId('credential-mode-dropdown-trigger').click();
		await page.getByRole('menuitem').filter({ hasText: mode }).click();
		return dialog;
	}

	get #dialog(): Locator {
		return this.#editor.page.getByTestId('editCredential-modal');
	}

	async fill(fields: Readonly<Record<string, string>>): Promise<void> {
		for (const [name, value] of Object.entries(fields)) {
			await this.#dialog.getByTestId(`parameter-input-${name}`).locator('input').first().fill(value);
		}
	}

	/** n8n tests the credential after this. */
	async save(): Promise<void> {
		await this.#editor.page.getByTestId('credential-save-button').click();
		await this.#done();
	}

	/** What the application on the server has to be given. */
	async redirectUri(): Promise<string> {
		return (await this.#dialog.getByTestId('copy-input').innerText()).trim();
	}

	/** Opens the server's page in a window of its own and ends when n8n has its token. */
	async connect(authorize: (page: Page) => Promise<void>): Promise<void> {
		const [page] = await Promise.all([
			this.#editor.page.waitForEvent('popup'),
			this.#dialog.getByTestId('quick-connect-button').click(),
		]);
		await authorize(page);
		await this.#done();
	}

	async #done(): Promise<void> {
		await this.#editor.form.getByTestId('node-credentials-select').waitFor();
		await this.#dialog.waitFor({ state: 'hidden' });
	}
}
