import { createRequire } from 'node:module';
import { join } from 'node:path';
import { e2eHome } from './e2e-home.mts';
import type { Browser } from './page.mts';

interface Playwright {
	readonly chromium: { launch(options: object): Promise<Browser> };
	readonly selectors: { setTestIdAttribute(name: string): void };
}

/** @see https://playwright.dev/docs/api/class-browsertype#browser-type-launch */
export async function launchBrowser(): Promise<Browser> {
	const { toolModules, chromium: executablePath } = e2eHome();
	const load = createRequire(join(toolModules, 'playwright-core', 'package.json'));
	const { chromium, selectors } = load('playwright-core') as Playwright;
	// The editor's own tests find their way by this attribute.
	selectors.setTestIdAttribute('data-test-id');
	return await chromium.launch({
		executablePath,
		args: [
			'--no-sandbox',
			'--disable-gpu',
			'--disable-quic',
			'--no-first-run',
			'--disable-background-networking',
			'--disable-component-update',
			'--disable-sync',
			// The editor asks servers of n8n's maker and npm's registry; only this machine is reached.
			'--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1',
		],
	});
}
