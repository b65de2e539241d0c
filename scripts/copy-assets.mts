import { cp, readdir } from 'node:fs/promises';
import { join } from 'node:path';

/** What n8n reads beside the compiled nodes: the codex files, the icons and the previews of outputs. */
const ASSET = /(?:\.node\.json|\.svg|^__schema__)$/;

for (const name of await readdir('nodes/Mastodon')) {
	const [from, to] = [join('nodes/Mastodon', name), join('dist/nodes/Mastodon', name)];
	if (ASSET.test(name)) await cp(from, to, { recursive: true });
}
