import { existsSync } from 'node:fs';
import { homedir } from 'node:os';
import { join } from 'node:path';

/** Where `install.sh` puts things; the version is also in that script. */
const FOLDER = join('mastodon-hashtag-boost', 'n8n-2.40.7');

export interface E2eHome {
	/** The script that is n8n's command line. */
	readonly n8n: string;
	/** `node_modules` beside it, for what n8n itself uses. */
	readonly n8nModules: string;
	/** `node_modules` of playwright-core and of n8n's package scanner. */
	readonly toolModules: string;
	readonly chromium: string;
	readonly redis: string;
}

/** Finds what the tests run, and throws one sentence that says what to do where something is missing. */
export function e2eHome(env: NodeJS.ProcessEnv = process.env): E2eHome {
	const cache = env['XDG_CACHE_HOME'] || join(homedir(), '.cache');
	const home = env['N8N_E2E_HOME'] || join(cache, FOLDER);
	const n8nModules = join(home, 'n8n', 'node_modules');
	const toolModules = join(home, 'tools', 'node_modules');
	const found = { n8n: join(n8nModules, 'n8n', 'bin', 'n8n'), n8nModules, toolModules };
	need('n8n', join(home, 'n8n', 'installed'));
	need('playwright-core', join(toolModules, 'playwright-core', 'package.json'));
	need("n8n's package scanner", join(toolModules, '@n8n', 'scan-community-package', 'package.json'));
	const chromium = '/usr/bin/chromium';
	need('Chromium', chromium);
	const redis = '/usr/bin/redis-server';
	need('Redis', redis);
	if (Number(process.versions.node.split('.')[0]) < 24) {
		throw new Error(`n8n needs Node.js 24, and this is ${process.version}: use npm run test:e2e`);
	}
	return { ...found, chromium, redis };
}

function need(what: string, file: string): void {
	if (!existsSync(file)) throw new Error(`${what} is missing (${file}): run sh test/e2e/install.sh`);
}
