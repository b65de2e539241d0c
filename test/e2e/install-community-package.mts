import { rm } from 'node:fs/promises';
import type { N8nClient } from './n8n-client.mts';
import { startNpmRegistry } from './npm-registry.mts';
import { writeNpmWrapper } from './npm-wrapper.mts';

/** What n8n tells about a package that it has installed. */
export interface InstalledPackage {
	readonly packageName: string;
	readonly installedVersion: string;
	readonly installedNodes: ReadonlyArray<{ readonly name: string; readonly type: string }>;
}

/**
 * Does what Settings › Community nodes › Install does: n8n itself runs `npm pack` and `npm install`, unpacks
 * into `nodes/node_modules`, loads the nodes and remembers them in its database. Only the registry is ours.
 * @param wrappers a folder that comes first in n8n's PATH
 */
export async function installCommunityPackage(
	client: N8nClient,
	tarball: string,
	wrappers: string,
	path: string,
): Promise<InstalledPackage> {
	const registry = await startNpmRegistry(tarball);
	try {
		await writeNpmWrapper(wrappers, registry.url, path);
		return await client.post<InstalledPackage>('/community-packages', { name: registry.name });
	} finally {
		await rm(wrappers, { recursive: true, force: true });
		await registry.close();
	}
}
