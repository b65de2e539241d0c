import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { promisify } from 'node:util';
import { e2eHome } from './e2e-home.mts';

export interface Scan {
	readonly passed: boolean;
	readonly message?: string;
	/** ESLint's own list of what it found. */
	readonly details?: string;
}

/**
 * Runs the rules of n8n's scanner of published packages on a folder. Its command line wants a package that is
 * on npm with provenance; what it does with the files is this one function, once for the sources and once for
 * the unpacked tarball.
 * @param patterns the files to look at; the scanner's own for sources when left out
 */
export async function scanPackage(folder: string, patterns?: readonly string[]): Promise<Scan> {
	const scanner = join(e2eHome().toolModules, '@n8n', 'scan-community-package', 'scanner', 'scanner.mjs');
	const script = `
		const { analyzePackage, SOURCE_FILE_PATTERNS } = await import(${JSON.stringify(pathToFileURL(scanner))});
		const patterns = JSON.parse(process.argv[2]) ?? SOURCE_FILE_PATTERNS;
		console.log(JSON.stringify(await analyzePackage(process.argv[1], patterns)));
	`;
	const args = ['--input-type=module', '--eval', script, folder, JSON.stringify(patterns ?? null)];
	// Where it is `test`, as jest has it, the rules take every file for `Test.node.ts`, their own tests' file.
	const env = { ...process.env, NODE_ENV: 'production' };
	const { stdout } = await promisify(execFile)(process.execPath, args, { env, maxBuffer: 64 * 1024 * 1024 });
	return JSON.parse(stdout.trim().split('\n').at(-1) ?? '') as Scan;
}
