import { rm } from 'node:fs/promises';
import type { BuildOptions } from 'esbuild';
import { build } from 'esbuild';

const COMMON: BuildOptions = {
	bundle: true,
	platform: 'node',
	target: 'node24',
	format: 'esm',
	outdir: 'action/dist',
	outExtension: { '.js': '.mjs' },
	// Bundled CommonJS packages require Node's own modules.
	banner: {
		js: "import { createRequire as nodeCreateRequire } from 'node:module';\nconst require = nodeCreateRequire(import.meta.url);",
	},
	minify: true,
	keepNames: true,
	charset: 'utf8',
	legalComments: 'linked',
	logLevel: 'warning',
};

await rm('action/dist', { recursive: true, force: true });
await build({
	...COMMON,
	entryPoints: { main: 'action/main.mts' },
	alias: { '@azure/storage-blob': './action/stream-download.mts' },
});
// Split, so that the post step loads the code for uploading only when there is something to store.
await build({
	...COMMON,
	entryPoints: { post: 'action/post.mts' },
	splitting: true,
	chunkNames: 'post-[hash]',
});
