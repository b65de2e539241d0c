import { execFile } from 'node:child_process';
import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { promisify } from 'node:util';
import { listen, type HttpServer } from '../sandbox/http-server.mts';

/** A registry of one package in one version: the tarball. */
export interface NpmRegistry {
	readonly url: string;
	readonly name: string;
	readonly version: string;
	close(): Promise<void>;
}

/** @see https://github.com/npm/registry/blob/main/docs/responses/package-metadata.md */
export async function startNpmRegistry(tarball: string): Promise<NpmRegistry> {
	const bytes = await readFile(tarball);
	const unpacked = await promisify(execFile)('tar', ['-xzOf', tarball, 'package/package.json']);
	const manifest = JSON.parse(unpacked.stdout) as { readonly name: string; readonly version: string };
	const { name, version } = manifest;
	const running: { server?: HttpServer } = {};

	const document = () => {
		const dist = {
			tarball: `http://${running.server?.host}/${name}-${version}.tgz`,
			integrity: `sha512-${createHash('sha512').update(bytes).digest('base64')}`,
			shasum: createHash('sha1').update(bytes).digest('hex'),
		};
		return { name, 'dist-tags': { latest: version }, versions: { [version]: { ...manifest, dist } } };
	};
	const answer = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
		const path = decodeURIComponent(request.url ?? '');
		if (path === `/${name}`) {
			response.setHeader('content-type', 'application/json').end(JSON.stringify(document()));
		} else if (path === `/${name}-${version}.tgz`) response.end(bytes);
		else response.writeHead(404).end('{}');
	};

	running.server = await listen(0, answer);
	const { host, close } = running.server;
	return { url: `http://${host}`, name, version, close };
}
