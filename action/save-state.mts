import * as cache from '@actions/cache';
import type { Log } from '../core/index';
import type { ArchivePlace } from './adapters/cache-archive.mts';
import { CacheArchive } from './adapters/cache-archive.mts';

/** Loaded only when there is something to store: the code for uploading is most of the bundle. */
export function saveState(place: ArchivePlace, key: string, log: Log): Promise<boolean> {
	return new CacheArchive(cache, log).save(place, key);
}
