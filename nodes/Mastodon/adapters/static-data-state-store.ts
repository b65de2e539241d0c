import type { IDataObject } from 'n8n-workflow';
import type { StateOwner, StateStore, StoredState } from '../../../core/index';

/**
 * The state in the workflow's static data of one node. n8n stores that when a production execution ends well or
 * not, and a manual one never.
 */
export class StaticDataStateStore implements StateStore {
	private key = '';

	constructor(
		private readonly data: IDataObject,
		/** Where in the data the state of an owner stands. */
		private readonly keyOf: (owner: StateOwner) => string,
	) {}

	async load(owner: StateOwner): Promise<StoredState> {
		this.key = this.keyOf(owner);
		const text = this.data[this.key];
		return typeof text === 'string' ? { status: 'found', text } : { status: 'absent' };
	}

	async save(text: string): Promise<void> {
		this.data[this.key] = text;
	}

	async setAside(text: string): Promise<string> {
		const place = `${this.key} (unusable)`;
		this.data[place] = text;
		return `the workflow's static data under "${place}"`;
	}
}
