import type { Log } from '../../core/index';
import { capturedLines } from './captured-lines.mts';

/** The part of `@actions/cache` that is used. */
export type ActionsCache = Pick<
	typeof import('@actions/cache'),
	'isFeatureAvailable' | 'restoreCache' | 'saveCache'
>;

export interface ArchivePlace {
	readonly folder: string;
	/** The one file in it that is archived. */
	readonly name: string;
	readonly keyPrefix: string;
}

export type Restored =
	| { readonly status: 'found'; readonly key: string }
	| { readonly status: 'absent' }
	| { readonly status: 'unavailable'; readonly why: string };

/** `@actions/cache` hashes path texts and archives relative to the workspace: both are made the same on every machine. */
const CROSS_OS = true;

/** Stores and restores one file in the Actions cache. Keys are immutable: each save has one of its own. */
export class CacheArchive {
	constructor(
		private readonly cache: ActionsCache,
		private readonly log: Log,
	) {}

	/** Puts the newest entry whose key begins with the prefix into the folder. */
	async restore({ folder, name, keyPrefix }: ArchivePlace): Promise<Restored> {
		if (!this.cache.isFeatureAvailable()) {
			return { status: 'unavailable', why: 'this runner has no Actions cache; set "state-file"' };
		}
		const { result: key, lines } = await inFolder(folder, () =>
			capturedLines(() => this.cache.restoreCache([name], `${keyPrefix}none`, [keyPrefix], {}, CROSS_OS)),
		);
		for (const line of lines) this.log.debug(line);
		if (key !== undefined) return { status: 'found', key };
		// A miss is silent. A failure is told on standard output alone, and the run must not take it for a first one.
		const failure = lines.find((line) => line.includes('Failed to restore: '));
		if (failure === undefined) return { status: 'absent' };
		const why = failure.slice(failure.indexOf('Failed to restore: ') + 'Failed to restore: '.length);
		if (!/\btar\b/i.test(why)) return { status: 'unavailable', why };
		// It will not get better: the next save has to take its place.
		this.log.warn(
			`The stored state cannot be unpacked (${why}): this run finds out from the server what was boosted.`,
		);
		return { status: 'absent' };
	}

	/** Whether the file was stored. */
	async save({ folder, name }: ArchivePlace, key: string): Promise<boolean> {
		const { result: id, lines } = await inFolder(folder, () =>
			capturedLines(() => this.cache.saveCache([name], key, {}, CROSS_OS)),
		);
		for (const line of lines) this.log.debug(line);
		if (id !== -1) return true;
		const why = lines
			.findLast((line) => line.startsWith('::') || line.includes('ailed'))
			?.replace(/^::\w+::/, '');
		this.log.warn(
			`The state could not be stored (${why ?? 'no reason was given'}): the next run starts from the one before.`,
		);
		return false;
	}
}

async function inFolder<T>(folder: string, work: () => Promise<T>): Promise<T> {
	const [workspace, cwd] = [process.env.GITHUB_WORKSPACE, process.cwd()];
	process.env.GITHUB_WORKSPACE = folder;
	process.chdir(folder);
	try {
		return await work();
	} finally {
		process.chdir(cwd);
		if (workspace === undefined) delete process.env.GITHUB_WORKSPACE;
		else process.env.GITHUB_WORKSPACE = workspace;
	}
}
