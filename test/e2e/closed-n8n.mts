import { freePort } from '../snac/free-port.mts';
import { n8nEnvironment } from './n8n-environment.mts';
import { preparedFolder } from './prepared-folder.mts';

/** An n8n that doesn't run, for its command line alone; whoever asks for it removes the folder. */
export async function closedN8n(): Promise<{ userFolder: string; env: Record<string, string> }> {
	const userFolder = await preparedFolder();
	const port = await freePort();
	// Port 9 discards: nothing listens there, so every way out is closed.
	const proxy = 'http://127.0.0.1:9';
	return { userFolder, env: n8nEnvironment({ userFolder, port, brokerPort: await freePort(), proxy }) };
}
