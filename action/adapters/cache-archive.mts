import type { Log } from '../../core/index';
import { capturedLines } from './captured-lines.mts';
import { within } from './within.mts';

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
/** Milliseconds for one call: by itself the library waits a quarter of an hour for a service that does not answer. */
const LONGEST_CALL = 90_000;
const TOO_SLOW = `the cache service did not answer within ${LONGEST_CALL / 1000} s`;

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
		const { result, lines } = await this.inFolder(folder, async () => ({
			key: await this.cache.restoreCache([name], `${keyPrefix}none`, [keyPrefix], {}, CROSS_OS),
		}));
		if (!result) return { status: 'unavailable', why: TOO_SLOW };
		if (result.key !== undefined) return { status: 'found', key: result.key };
		// A miss is silent. A failure is told on standard output alone, and the run must not take it for a first one.
		const why = textAfter(/Failed to restore: |Cache restore skipped: /, lines);
		if (why === undefined) return { status: 'absent' };
		if (!/\btar\b/i.test(why)) return { status: 'unavailable', why };
		// It will not get better: the next save has to take its place.
		this.log.warn(
			`The stored state cannot be unpacked (${why}): this run finds out from the server what was boosted.`,
		);
		return { status: 'absent' };
	}

	/** Whether the file was stored. */
	async save({ folder, name }: ArchivePlace, key: string): Promise<boolean> {
		const { result: id, lines } = await this.inFolder(folder, () =>
			this.cache.saveCache([name], key, {}, CROSS_OS),
		);
		if (id !== undefined && id !== -1) return true;
		// Where an entry is not completed, the library gives the reason without saying of what.
		const told =
			textAfter(/Failed to save: |Cache save skipped: /, lines) ?? textAfter(/^::warning::/, lines);
		const why = id === undefined ? TOO_SLOW : (told ?? 'the library gives no reason');
		this.log.warn(`The state could not be stored (${why}): the next run starts from the one before.`);
		return false;
	}

	/** Undefined as result when it took too long. What the library prints goes to the debug log. */
	private async inFolder<T>(
		folder: string,
		work: () => Promise<T>,
	): Promise<{ result: T | undefined; lines: readonly string[] }> {
		const [workspace, cwd] = [process.env.GITHUB_WORKSPACE, process.cwd()];
		process.env.GITHUB_WORKSPACE = folder;
		process.chdir(folder);
		try {
			const captured = await capturedLines(() => within(LONGEST_CALL, work()));
			for (const line of captured.lines) this.log.debug(line);
			return captured;
		} finally {
			process.chdir(cwd);
			if (workspace === undefined) delete process.env.GITHUB_WORKSPACE;
			else process.env.GITHUB_WORKSPACE = workspace;
		}
	}
}

/** What the last line that holds the words says after them. */
function textAfter(words: RegExp, lines: readonly string[]): string | undefined {
	const line = lines.findLast((one) => words.test(one));
	return line?.replace(words, '\n').split('\n')[1];
}
