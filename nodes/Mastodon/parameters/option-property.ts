import type { INodeProperties } from 'n8n-workflow';
import type { OptionName, OptionRow } from '../../../core/index';
import { OPTION_TABLE } from '../../../core/index';
import { optionLabel } from '../option-label';
import { optionParameter } from './option-parameter';
import type { Wording } from './option-text';
import { BOOSTING, optionText } from './option-text';

const EXAMPLES: Readonly<Partial<Record<OptionRow['kind'], string>>> = {
	hashtags: 'e.g. introduction, newhere',
	languages: 'e.g. en, fr',
	accounts: 'e.g. @user@example.social, example.org, *.example.net',
	phrases: 'e.g. Senegal, Sénégal',
	duration: 'e.g. 90s, 15m, 24h, 7d',
};

/** An option of the core as a parameter of a node. */
export function optionProperty(
	name: OptionName,
	initial?: string,
	wording: Wording = BOOSTING,
): INodeProperties {
	const row: OptionRow = OPTION_TABLE[name];
	const value = initial ?? row.default;
	const example = EXAMPLES[row.kind];
	return {
		displayName: optionLabel(name),
		name: optionParameter(name),
		description: optionText(name, wording),
		...(example === undefined ? {} : { placeholder: example }),
		...shapeOf(row, value),
	};
}

function shapeOf(
	{ kind, choices = [] }: OptionRow,
	value: string,
): Pick<INodeProperties, 'type' | 'default' | 'options' | 'typeOptions'> {
	switch (kind) {
		case 'flag':
			return { type: 'boolean', default: value === 'true' };
		case 'count':
			return { type: 'number', default: Number(value), typeOptions: { minValue: 0 } };
		case 'choice':
			return {
				type: 'options',
				default: value,
				options: choices.map((choice) => ({ name: optionLabel(choice), value: choice })),
			};
		case 'phrases':
			return { type: 'string', default: value, typeOptions: { rows: 3 } };
		default:
			return { type: 'string', default: value };
	}
}
