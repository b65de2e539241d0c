import type { IDataObject, IExecuteFunctions, INodeProperties } from 'n8n-workflow';
import type { Session } from './session';

/** Opens the session of the execution when an operation first needs it. */
export type Connect = () => Promise<Session>;

export interface Operation {
	/** Its parameters; what shows them is added by the resource. */
	readonly description: INodeProperties[];
	/** Does its work for one item. Throws whatever goes wrong: the router makes n8n's errors of it. */
	readonly execute: (
		this: IExecuteFunctions,
		itemIndex: number,
		connect: Connect,
	) => Promise<readonly IDataObject[]>;
}
