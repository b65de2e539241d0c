import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { STATE_NAME } from '../../../action/adapters/cache-state-store.mts';

export type Damage =
	| { readonly kind: 'edited'; readonly edit: (text: string) => string }
	| { readonly kind: 'another file' }
	| { readonly kind: 'folder' };

/** The archive of a cache entry, whole and valid, with something else in the place of the state. */
export function damaged(archive: Buffer, damage: Damage): Buffer {
	const folder = mkdtempSync(join(tmpdir(), 'entry-'));
	try {
		// As @actions/cache names it, because the compression goes by the name.
		const isZstd = archive.readUInt32LE(0) === 0xfd2fb528;
		const file = join(folder, isZstd ? 'cache.tzst' : 'cache.tgz');
		writeFileSync(file, archive);
		execFileSync('tar', ['-xf', file, '-C', folder]);
		const content = inflict(damage, folder);
		execFileSync('tar', ['-caf', file, '-C', folder, content]);
		return readFileSync(file);
	} finally {
		rmSync(folder, { recursive: true });
	}
}

/** Answers the name of what the archive is to hold. */
function inflict(damage: Damage, folder: string): string {
	const path = join(folder, STATE_NAME);
	if (damage.kind === 'edited') {
		writeFileSync(path, damage.edit(readFileSync(path, 'utf8')));
	} else if (damage.kind === 'folder') {
		rmSync(path);
		mkdirSync(path);
	} else {
		rmSync(path);
		writeFileSync(join(folder, 'other.json'), 'something else');
		return 'other.json';
	}
	return STATE_NAME;
}
