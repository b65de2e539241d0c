import type { StateStore, StoredState } from '../../../core/index';

/** Where a run may be killed while it saves. */
export interface SavePlan {
	readonly deathAt: (number: number) => 'before' | 'after' | undefined;
	readonly die: () => void;
	readonly isThere: boolean;
}

/** The state as the Action keeps it, in memory: what could not be loaded is not replaced. */
export class MortalStore implements StateStore {
	private saves = 0;

	constructor(
		public text: string | undefined,
		private readonly plan: SavePlan,
	) {}

	async load(): Promise<StoredState> {
		if (!this.plan.isThere) return { status: 'unavailable', why: 'the cache does not answer' };
		return this.text === undefined ? { status: 'absent' } : { status: 'found', text: this.text };
	}

	async save(text: string): Promise<void> {
		const death = this.plan.deathAt(this.saves++);
		if (death !== 'before' && this.plan.isThere) this.text = text;
		if (death === undefined) return;
		this.plan.die();
		await new Promise(() => undefined);
	}

	async setAside(): Promise<string> {
		throw new Error('A state that a run saved could not be used by the next one');
	}
}
