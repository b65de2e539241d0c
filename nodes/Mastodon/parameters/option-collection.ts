import type { INodeProperties } from 'n8n-workflow';
import type { OptionGroup, OptionName } from '../../../core/index';
import { OPTION_GROUPS, OPTION_TABLE } from '../../../core/index';
import { optionProperty } from './option-property';
import type { Wording } from './option-text';

export interface OptionChoice {
	readonly groups: readonly OptionGroup[];
	/** Options that are asked for outside the collection, or make no sense here. */
	readonly without?: readonly OptionName[];
	/** Where a shell starts from another value than the table. */
	readonly initial?: Readonly<Partial<Record<OptionName, string>>>;
	/** What the operation does with posts, if it does not boost them. */
	readonly wording?: Wording;
}

/** The options of the core that an operation offers, from the core's own table, in alphabetical order. */
export function optionCollection({
	groups,
	without = [],
	initial = {},
	wording,
}: OptionChoice): INodeProperties[] {
	return (Object.keys(OPTION_TABLE) as OptionName[])
		.filter((name) => groups.includes(OPTION_GROUPS[name]) && !without.includes(name))
		.map((name) => optionProperty(name, initial[name], wording))
		.sort((a, b) => a.displayName.localeCompare(b.displayName));
}
