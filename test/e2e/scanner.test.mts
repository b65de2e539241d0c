import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { execFile } from 'node:child_process';
import { cp, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { scanPackage } from './scan-package.mts';
import { tarball } from './tarball.mts';

/** What n8n checks of a package before it is verified. */
describe("n8n's package scanner", () => {
	const project = process.cwd();
	let folder = '';

	beforeAll(async () => {
		folder = await mkdtemp(join(tmpdir(), 'scanned-'));
		await promisify(execFile)('tar', ['-xzf', tarball(), '-C', folder, '--strip-components=1']);
	});

	afterAll(async () => {
		await rm(folder, { recursive: true, force: true });
	});

	it('passes the packed tarball', async () => {
		const scan = await scanPackage(folder, PUBLISHED);

		expect(scan.details ?? '').toBe('');
		expect(scan.passed).toBe(true);
	});

	it('passes the sources that the tarball is built from', async () => {
		const scan = await scanPackage(project);

		expect(scan.details ?? '').toBe('');
		expect(scan.passed).toBe(true);
	});

	it('finds what is forbidden, so that passing means something', async () => {
		const spoilt = join(folder, 'spoilt');
		await cp(join(folder, 'dist'), join(spoilt, 'dist'), { recursive: true });
		await writeFile(join(spoilt, 'dist', 'nodes', 'spoilt.js'), 'console.log(process.env);\n');

		const scan = await scanPackage(spoilt, PUBLISHED);

		expect(scan.passed).toBe(false);
		expect(scan.details).toContain('spoilt.js');
	});
});

/** As the scanner looks at a tarball. */
const PUBLISHED = ['**/*.js', 'package.json'];
