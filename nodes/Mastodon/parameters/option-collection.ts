import type { INodeProperties } from 'n8n-workflow';
import type { OptionGroup, OptionName } from '../../../core/index';
import { OPTION_GROUPS, OPTION_TABLE } from '../../../core/index';
import { optionProperty } from './option-property';

export interface OptionChoice {
	readonly groups: readonly OptionGroup[];
	/** Options that are asked for outside the collection, or make no sense here. */
	readonly without?: readonly OptionName[];
	/** Where a shell starts from another value than the table. */
	readonly initial?: Readonly<Partial<Record<OptionName, string>>>;
}

/** The options of the core that an operation offers, from the core's own table, in alphabetical order. */
export function optionCollection({ groups, without = [], initial = {} }: OptionChoice): INodeProperties[] {
	return (Object.keys(OPTION_TABLE) as OptionName[])
		.filter((name) => groups.includes(OPTION_GROUPS[name]) && !without.includes(name))
		.map((name) => optionProperty(name, initial[name]))
		.sort((a, b) => a.displayName.localeCompare(b.displayName));
}
