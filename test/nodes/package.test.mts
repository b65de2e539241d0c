import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, realpathSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';

interface Manifest {
	readonly n8n: { readonly nodes: readonly string[]; readonly credentials: readonly string[] };
}

describe('The compiled package', () => {
	let folder: string;
	beforeAll(() => {
		folder = mkdtempSync(join(tmpdir(), 'mastodon-package-'));
		execFileSync(process.execPath, ['node_modules/typescript/bin/tsc', '--outDir', join(folder, 'dist')]);
		mkdirSync(join(folder, 'node_modules'));
		symlinkSync(realpathSync('node_modules/n8n-workflow'), join(folder, 'node_modules/n8n-workflow'));
	}, 120_000);
	afterAll(() => rmSync(folder, { recursive: true, force: true }));

	const { n8n } = JSON.parse(readFileSync('package.json', 'utf8')) as Manifest;

	it.each([...n8n.nodes, ...n8n.credentials])('loads %s as n8n does, with n8n-workflow alone', (file) => {
		const name = basename(file).replace(/\.(?:node|credentials)\.js$/, '');
		const script = `
			const { ${name} } = require(${JSON.stringify(join(folder, file))});
			const made = new ${name}();
			console.log((made.description ?? made).name);`;
		const output = execFileSync(process.execPath, ['-e', script], { encoding: 'utf8', cwd: folder });
		expect(output.trim().toLowerCase()).toBe(name.toLowerCase());
	});
});
