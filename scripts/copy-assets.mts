import { copyFile, readdir } from 'node:fs/promises';
import { join } from 'node:path';

/** What n8n reads beside the compiled nodes: the codex files and the icons. */
const ASSET = /\.(?:node\.json|svg)$/;

for (const name of await readdir('nodes/Mastodon')) {
	if (ASSET.test(name)) await copyFile(join('nodes/Mastodon', name), join('dist/nodes/Mastodon', name));
}
