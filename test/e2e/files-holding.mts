import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';

/** The files in a folder, at any depth, that hold a text. */
export async function filesHolding(folder: string, text: string): Promise<string[]> {
	const entries = await readdir(folder, { recursive: true, withFileTypes: true });
	const files = entries
		.filter((entry) => entry.isFile())
		.map(({ parentPath, name }) => join(parentPath, name));
	const found = await Promise.all(
		files.map(async (file) => ((await readFile(file)).includes(text) ? [file.slice(folder.length + 1)] : [])),
	);
	return found.flat().sort();
}
