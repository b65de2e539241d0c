import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { launchBrowser } from './launch-browser.mts';
import type { N8nClient } from './n8n-client.mts';
import type { Browser, Locator, Page } from './page.mts';

/** Noise: servers elsewhere, which no test reaches, and previews of outputs, which a package may bring or not. */
const NOISE = /ERR_NAME_NOT_RESOLVED|Network Error|\/schemas\//;
/** n8n's editor is 20 MB of JavaScript, and other tests may keep the machine busy. */
const PATIENCE = 60_000;
const OWN_PICTURES = join('.cache', 'e2e');

/** n8n's editor in a real browser, as its owner sees it. What they do is a method; what they see is in `page`. */
export class Editor {
	readonly page: Page;
	/** Errors that the page has run into since the last look. */
	readonly problems: string[] = [];
	readonly #browser: Browser;
	readonly #url: string;

	private constructor(browser: Browser, page: Page, url: string) {
		this.#browser = browser;
		this.page = page;
		this.#url = url;
		page.setDefaultTimeout(PATIENCE);
		page.on('pageerror', (error) => this.problems.push(String(error)));
		page.on('console', (message) => {
			const problem = `${message.text()} ${message.location().url}`;
			if (message.type() === 'error' && !NOISE.test(problem)) this.problems.push(problem);
		});
	}

	/** Logged in as whom the client is. */
	static async open({ url, cookie }: N8nClient): Promise<Editor> {
		const browser = await launchBrowser();
		const context = await browser.newContext({ viewport: { width: 1280, height: 800 } });
		await context.addCookies([{ ...cookie, url }]);
		return new Editor(browser, await context.newPage(), url);
	}

	async openWorkflow(id: string): Promise<void> {
		await this.page.goto(`${this.#url}/workflow/${id}`);
		await this.page.getByTestId('canvas-node').first().waitFor();
	}

	/** Opens the panel of nodes in a new workflow and looks for some. */
	async searchFirstNode(text: string): Promise<Locator> {
		await this.page.goto(`${this.#url}/workflow/new`);
		await this.page.getByTestId('canvas-plus-button').click();
		return await this.search(text);
	}

	/** Opens the panel behind the last node and looks for more nodes. */
	async searchNextNode(text: string): Promise<Locator> {
		await this.page.getByTestId('canvas-handle-plus').first().click();
		return await this.search(text);
	}

	/** Answers the names that are found, to click. */
	async search(text: string): Promise<Locator> {
		await this.page.getByTestId('node-creator-search-bar').fill(text);
		return this.page.getByTestId('node-creator-item-name');
	}

	/** Opens a node's form by a double click on it. */
	async openNode(name: string): Promise<void> {
		await this.page.locator(`[data-test-id="canvas-node"][data-node-name="${name}"]`).dblclick();
		await this.form.waitFor();
	}

	/** A node's form, with its input and output beside it. */
	get form(): Locator {
		return this.page.getByTestId('ndv');
	}

	parameter(name: string): Locator {
		return this.form.getByTestId(`parameter-input-${name}`);
	}

	async closeForm(): Promise<void> {
		await this.page.getByTestId('ndv-close-button').click();
		await this.form.waitFor({ state: 'hidden' });
	}

	/** Fills a resource locator in one of its ways. */
	async chooseBy(parameter: string, way: string, value: string): Promise<void> {
		const locator = this.form.getByTestId(`resource-locator-${parameter}`);
		await locator.getByTestId('rlc-mode-selector').click();
		await this.page
			.getByTestId(/^mode-/)
			.getByText(way, { exact: true })
			.click();
		await locator.getByTestId('rlc-input-container').locator('input').first().fill(value);
		await takenOver();
	}

	async enter(parameter: string, text: string): Promise<void> {
		await this.parameter(parameter).locator('input, textarea').first().fill(text);
		await takenOver();
	}

	/** Makes an expression of a parameter. */
	async express(parameter: string, expression: string): Promise<void> {
		const options = this.form.getByTestId(`${parameter}-parameter-input-options-container`);
		await this.parameter(parameter).hover();
		await options.getByTestId('radio-button-expression').click();
		await this.parameter(parameter).locator('.cm-content').first().fill(expression);
		await takenOver();
	}

	/** Runs the node of the open form and waits for something in its output. */
	async executeStep(expected: string | RegExp): Promise<void> {
		await this.page.getByTestId('node-execute-button').click();
		await this.output.getByText(expected).first().waitFor();
	}

	get output(): Locator {
		return this.page.getByTestId('output-panel');
	}

	/** Messages in the corner cover what is below, and go by themselves. */
	async outwaitMessages(): Promise<void> {
		await this.page.locator('.el-notification').first().waitFor({ state: 'hidden' });
	}

	/** A picture for the documentation: goes to the folder that E2E_SCREENSHOTS names. */
	async picture(name: string): Promise<void> {
		const folder = process.env['E2E_SCREENSHOTS'] ?? OWN_PICTURES;
		await mkdir(folder, { recursive: true });
		await this.page.screenshot({ path: join(folder, `${name}.png`) });
	}

	/** Leaves a picture of the end behind: where a test has failed, of what there was instead. */
	async close(): Promise<void> {
		await mkdir(OWN_PICTURES, { recursive: true });
		await this.page.screenshot({ path: join(OWN_PICTURES, `last-${Date.now()}.png`) });
		await this.#browser.close();
	}
}

/** The form takes over what was typed a moment later, and shows nothing that could be waited for. */
async function takenOver(): Promise<void> {
	await pause(1_500);
}
