import type { IDataObject } from 'n8n-workflow';

/** The fields of these names that an entity has, in this order, in which n8n shows them. */
export function someOf(entity: IDataObject, names: readonly string[]): IDataObject {
	const kept = names.filter((name) => entity[name] !== undefined);
	return Object.fromEntries(kept.map((name) => [name, entity[name]])) as IDataObject;
}
