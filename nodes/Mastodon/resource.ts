import type { INodeProperties, INodePropertyOptions } from 'n8n-workflow';
import { updateDisplayOptions } from 'n8n-workflow';
import type { Operation } from './operation';

export interface Resource {
	readonly operations: Readonly<Record<string, Operation>>;
	/** The choice of the operation, and the parameters of each. */
	readonly description: INodeProperties[];
}

/** A resource of its operations: the parameters of each show when it is chosen. `choices` bear the texts. */
export function resource(
	name: string,
	operations: Readonly<Record<string, Operation>>,
	choices: ReadonlyArray<INodePropertyOptions & { readonly action: string; readonly description: string }>,
	/** The operation that is chosen at first. */
	initial: string,
): Resource {
	const choice: INodeProperties = {
		displayName: 'Operation',
		name: 'operation',
		type: 'options',
		noDataExpression: true,
		displayOptions: { show: { resource: [name] } },
		options: [...choices],
		default: initial,
	};
	const parameters = Object.entries(operations).flatMap(([operation, { description }]) =>
		updateDisplayOptions({ show: { resource: [name], operation: [operation] } }, description),
	);
	return { operations, description: [choice, ...parameters] };
}
