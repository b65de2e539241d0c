import type { StateOwner, StateStore, StoredState } from '../../core/ports/state-store';

/** Keeps the state in memory, with every text that was ever saved. */
export class MemoryStore implements StateStore {
	readonly saved: string[] = [];
	readonly aside: string[] = [];
	readonly loadedFor: StateOwner[] = [];

	constructor(private stored: StoredState = { status: 'absent' }) {}

	get text(): string | undefined {
		return this.stored.status === 'found' ? this.stored.text : undefined;
	}

	async load(owner: StateOwner): Promise<StoredState> {
		this.loadedFor.push(owner);
		return this.stored;
	}

	async save(text: string): Promise<void> {
		this.saved.push(text);
		if (this.stored.status !== 'unavailable') this.stored = { status: 'found', text };
	}

	async setAside(text: string): Promise<string> {
		this.aside.push(text);
		return 'a safe place';
	}
}
