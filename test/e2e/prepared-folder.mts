import { cp, mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** A copy of the data of an n8n that has an owner and the package; whoever asks for it removes it. */
export async function preparedFolder(): Promise<string> {
	const prepared = process.env['E2E_FOLDER'];
	if (prepared === undefined)
		throw new Error('There is no prepared n8n: run the tests with npm run test:e2e');
	const folder = await mkdtemp(join(tmpdir(), 'n8n-'));
	await cp(join(prepared, 'n8n'), folder, { recursive: true });
	return folder;
}
