import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { ActionsCache } from '../../../action/adapters/cache-archive.mts';
import { CacheArchive } from '../../../action/adapters/cache-archive.mts';
import { RecordingLog } from '../../fakes/recording-log.mts';

describe('CacheArchive', () => {
	let folder: string;
	let log: RecordingLog;
	beforeEach(() => {
		folder = mkdtempSync(join(tmpdir(), 'archive-'));
		log = new RecordingLog();
	});
	afterEach(() => rmSync(folder, { recursive: true }));

	/** A library that prints lines and gives an outcome. */
	const archiveOf = (lines: readonly string[], outcome: { key?: string; id?: number } = {}) => {
		const cache: ActionsCache = {
			isFeatureAvailable: () => true,
			restoreCache: async () => print(lines, outcome.key),
			saveCache: async () => print(lines, outcome.id ?? -1),
		};
		return new CacheArchive(cache, log);
	};
	const restore = (...given: Parameters<typeof archiveOf>) =>
		archiveOf(...given).restore({ folder, name: 'state', keyPrefix: 'a-' });
	const save = (...given: Parameters<typeof archiveOf>) =>
		archiveOf(...given).save({ folder, name: 'state', keyPrefix: 'a-' }, 'a-1');

	it('finds an entry, or none', async () => {
		expect(await restore(['Cache Size: ~0 MB'], { key: 'a-1' })).toEqual({ status: 'found', key: 'a-1' });
		expect(await restore(['Cache not found'])).toEqual({ status: 'absent' });
	});

	it.each([
		['::warning::Failed to restore: no: Failed to restore: no', 'no: Failed to restore: no'],
		['::error::Failed to restore: (500) Internal Server Error', '(500) Internal Server Error'],
		['Cache restore skipped: the mode does not permit reads.', 'the mode does not permit reads.'],
	])('takes "%s" for an entry that may be there', async (line, why) => {
		expect(await restore(['Cache hit for: a-1', line])).toEqual({ status: 'unavailable', why });
	});

	it('takes an archive that cannot be unpacked for none, and says so', async () => {
		const line = '::warning::Failed to restore: "/usr/bin/tar" failed with error: exit code 2';
		expect(await restore([line])).toEqual({ status: 'absent' });
		expect(log.warnings).toEqual([expect.stringContaining('tar" failed with error: exit code 2): this run')]);
	});

	it.each([
		['Failed to save: Unable to reserve cache', 'Unable to reserve cache'],
		['Cache save skipped: the mode does not permit writes.', 'the mode does not permit writes.'],
		['::warning::the entry was not completed', 'the entry was not completed'],
		['Received 1 of 1', 'the library gives no reason'],
	])('tells "%s" as the reason why nothing was stored', async (line, why) => {
		expect(await save([line, 'Cache Size: ~0 MB'])).toBe(false);
		expect(log.warnings).toEqual([
			`The state could not be stored (${why}): the next run starts from the one before.`,
		]);
	});

	it('says nothing of what was stored', async () => {
		expect(await save(['Cache saved'], { id: 7 })).toBe(true);
		expect(log.warnings).toEqual([]);
	});
});

function print<T>(lines: readonly string[], outcome: T): T {
	process.stdout.write(`${lines.join('\n')}\n`);
	return outcome;
}
