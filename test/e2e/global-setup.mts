import { mkdir, mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { e2eHome } from './e2e-home.mts';
import { startN8n } from './n8n-server.mts';
import { packProject } from './pack-project.mts';

/**
 * Packs the package and installs it in a new n8n, once for all tests; each works on a copy of that n8n's data.
 * `E2E_TARBALL` names another tarball to test, such as the one that is about to be published.
 */
export default async function globalSetup(config: { readonly rootDir: string }): Promise<void> {
	e2eHome();
	const folder = await mkdtemp(join(tmpdir(), 'e2e-'));
	process.env['E2E_FOLDER'] = folder;
	process.env['E2E_TARBALL'] ??= await packProject(config.rootDir, folder);
	const userFolder = join(folder, 'n8n');
	await mkdir(userFolder);
	const n8n = await startN8n({ tarball: process.env['E2E_TARBALL'], userFolder });
	await n8n.close();
}
