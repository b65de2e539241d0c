import { execFileSync } from 'node:child_process';
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import type { CacheService } from '../runner/cache-service.mts';
import type { ActionRun } from '../runner/run-action.mts';

export interface Places {
	readonly run: ActionRun;
	/** The machine's folder: home, work space, temporary files, those that the runner reads. */
	readonly folder: string;
	readonly cache: CacheService;
	/** Further texts, by the name of the place. */
	readonly more?: Readonly<Record<string, string>>;
}

/** Everything that a run left behind, by its place. The line that masks the token is left out, where it is the first. */
export function leftovers({ run, folder, cache, more = {} }: Places): Map<string, string> {
	const { stdout, stderr, post, outputs, state, summary, reportText = '' } = run;
	const [first = '', ...rest] = stdout.split('\n');
	const places = new Map<string, string>(Object.entries(more));
	places.set('standard output', first.startsWith('::add-mask::') ? rest.join('\n') : stdout);
	places.set('standard error', stderr);
	places.set('output of the post step', `${post?.stdout} ${post?.stderr}`);
	places.set('outputs', JSON.stringify(outputs));
	places.set('state for the post step', JSON.stringify(state));
	places.set('summary', summary);
	places.set('report', reportText);
	for (const path of readdirSync(folder, { recursive: true, encoding: 'utf8' })) {
		const file = join(folder, path);
		if (statSync(file).isFile()) places.set(`file ${path}`, `${path} ${readFileSync(file, 'utf8')}`);
	}
	places.set('requests to the cache service', JSON.stringify(cache.requests));
	for (const { key } of cache.entries()) {
		const archive = cache.readEntry(key)!;
		places.set(`cache entry ${key}`, `${key} ${archive.toString('latin1')} ${unpacked(archive)}`);
	}
	return places;
}

function unpacked(archive: Buffer): string {
	const program = archive.readUInt32LE(0) === 0xfd2fb528 ? 'unzstd' : 'gunzip';
	return execFileSync(program, ['-c'], {
		input: archive,
		encoding: 'utf8',
		stdio: ['pipe', 'pipe', 'ignore'],
	});
}
