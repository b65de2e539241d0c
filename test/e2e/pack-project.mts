import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { promisify } from 'node:util';

const run = promisify(execFile);

/** Builds the package and packs it as `npm publish` would; answers the path of the tarball. */
export async function packProject(project: string, folder: string): Promise<string> {
	await run('npm', ['run', '--silent', 'build:package'], { cwd: project });
	const { stdout } = await run(
		'npm',
		['pack', '--json', '--silent', '--ignore-scripts', '--pack-destination', folder],
		{ cwd: project },
	);
	const [packed] = JSON.parse(stdout) as Array<{ filename: string }>;
	if (packed === undefined) throw new Error(`npm pack made nothing:\n${stdout}`);
	return join(folder, packed.filename);
}
