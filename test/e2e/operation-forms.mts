import type { N8nClient } from './n8n-client.mts';

/** The part of n8n's node descriptions that says which operations there are and what they ask for. */
interface NodeType {
	readonly name: string;
	readonly properties: readonly Property[];
}

interface Property {
	readonly name: string;
	readonly type: string;
	readonly default: unknown;
	readonly displayOptions?: { readonly show?: Readonly<Record<string, readonly unknown[]>> };
	readonly options?: ReadonlyArray<Property & { readonly value?: string }>;
}

export interface OperationForm {
	readonly resource: string;
	readonly operation: string;
	/** As the form shows it. */
	readonly displayName: string;
	/** Every collection with all of its options. */
	readonly parameters: object;
}

/** All operations of a node, read from the description that n8n has loaded from the package. */
export async function operationForms(client: N8nClient, nodeType: string): Promise<OperationForm[]> {
	const types = await client.file<readonly NodeType[]>('/types/nodes.json');
	const type = types.find(({ name }) => name === nodeType);
	if (type === undefined) throw new Error(`n8n knows no node ${nodeType}`);
	return type.properties
		.filter(({ name }) => name === 'operation')
		.flatMap(({ displayOptions, options = [] }) =>
			(displayOptions?.show?.['resource'] ?? []).flatMap((resource) =>
				options
					// n8n adds a way to the HTTP Request node to each resource.
					.filter(({ value }) => value !== '__CUSTOM_API_CALL__')
					.map(({ name, value = '' }) => formOf(type, String(resource), value, name)),
			),
		);
}

function formOf(
	{ properties }: NodeType,
	resource: string,
	operation: string,
	displayName: string,
): OperationForm {
	const collections = properties
		.filter((property) => property.type === 'collection' && isFor(property, { resource, operation }))
		.map(({ name, options = [] }) => [
			name,
			Object.fromEntries(options.map((option) => [option.name, option.default])),
		]);
	return {
		resource,
		operation,
		displayName,
		parameters: { resource, operation, ...(Object.fromEntries(collections) as object) },
	};
}

function isFor({ displayOptions }: Property, chosen: Readonly<Record<string, string>>): boolean {
	const { show = {} } = displayOptions ?? {};
	return Object.entries(chosen).every(([name, value]) => show[name]?.includes(value) ?? true);
}
