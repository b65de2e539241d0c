import { chmod, mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

/**
 * Puts an `npm` into a folder that asks the given registry, whichever one n8n names. n8n names the public one
 * and takes another only with a licence (`getNpmRegistry` of its community packages service); all else of the
 * installation stays its own.
 */
export async function writeNpmWrapper(folder: string, registry: string, path: string): Promise<void> {
	await mkdir(folder, { recursive: true });
	const file = join(folder, 'npm');
	const script = `#!/bin/sh
for argument do
	shift
	case $argument in --registry=*) argument=--registry=${registry} ;; esac
	set -- "$@" "$argument"
done
PATH='${path}' exec npm "$@"
`;
	await writeFile(file, script);
	await chmod(file, 0o755);
}
