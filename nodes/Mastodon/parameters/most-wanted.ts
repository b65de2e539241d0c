import type { IExecuteFunctions } from 'n8n-workflow';
import { ParameterError } from './parameter-error';

/** How many results an item asks for: Infinity for all. */
export function mostWanted(this: IExecuteFunctions, itemIndex: number): number {
	if (this.getNodeParameter('returnAll', itemIndex, false) === true) return Infinity;
	const limit = Number(this.getNodeParameter('limit', itemIndex, 50));
	if (Number.isInteger(limit) && limit > 0) return limit;
	throw new ParameterError('The limit must be a whole number from 1 on.');
}
