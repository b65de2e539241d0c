import type { IDataObject } from 'n8n-workflow';
import type { OptionName, RawOptions } from '../../../core/index';
import { OPTION_TABLE } from '../../../core/index';
import { optionParameter } from './option-parameter';

/** Parameters as the core's parser reads them: texts under the option's own names. Lists may come as arrays. */
export function rawOptions(given: IDataObject): RawOptions {
	const names = Object.keys(OPTION_TABLE) as OptionName[];
	return Object.fromEntries(
		names.flatMap((name) => {
			const value = given[optionParameter(name)];
			if (value === undefined || value === null) return [];
			return [[name, Array.isArray(value) ? value.join('\n') : String(value)]];
		}),
	);
}
