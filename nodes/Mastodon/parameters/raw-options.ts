import type { IDataObject } from 'n8n-workflow';
import type { OptionName, RawOptions } from '../../../core/index';
import { InvalidOptionError, OPTION_TABLE } from '../../../core/index';
import { optionParameter } from './option-parameter';

/** Parameters as the core's parser reads them: texts under the option's own names. Lists may come as arrays. */
export function rawOptions(given: IDataObject): RawOptions {
	const names = Object.keys(OPTION_TABLE) as OptionName[];
	return Object.fromEntries(
		names.flatMap((name) => {
			const value = given[optionParameter(name)];
			if (value === undefined || value === null) return [];
			return [
				[
					name,
					Array.isArray(value) ? value.map((entry) => textOf(name, entry)).join('\n') : textOf(name, value),
				],
			];
		}),
	);
}

function textOf(name: OptionName, value: unknown): string {
	if (typeof value !== 'object' && typeof value !== 'function') return String(value);
	throw new InvalidOptionError(name, 'it is no text and no list of texts; see what the expression gives');
}
