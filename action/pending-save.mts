import { createHash } from 'node:crypto';
import type { ActionsCore } from './actions-core.mts';
import type { PendingSave } from './adapters/cache-state-store.mts';

/** What the post step reads. The digest stands for the restored text, which may be large. */
export interface RememberedSave {
	readonly folder: string;
	readonly keyPrefix: string;
	/** Blank where nothing was restored. */
	readonly restoredDigest: string;
}

/** Tells the post step where the state is. Written at once, so that it is known even when this step is killed. */
export function rememberPendingSave(core: Pick<ActionsCore, 'saveState'>, pending: PendingSave): void {
	core.saveState('folder', pending.folder);
	core.saveState('key-prefix', pending.keyPrefix);
	core.saveState('restored-digest', pending.restored === undefined ? '' : digestOf(pending.restored));
}

/** Undefined when the main step left nothing to save. */
export function recallPendingSave(core: Pick<ActionsCore, 'getState'>): RememberedSave | undefined {
	const [folder, keyPrefix] = [core.getState('folder'), core.getState('key-prefix')];
	if (folder === '' || keyPrefix === '') return undefined;
	return { folder, keyPrefix, restoredDigest: core.getState('restored-digest') };
}

export function digestOf(text: string): string {
	return createHash('sha256').update(text).digest('hex');
}
