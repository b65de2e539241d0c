import type { IDataObject } from 'n8n-workflow';
import type { BoostVisibility } from '../../../../core/index';
import { boostOnce, OPTION_TABLE } from '../../../../core/index';
import type { Operation } from '../../operation';
import { optionProperty } from '../../parameters/option-property';
import { ParameterError } from '../../parameters/parameter-error';
import { postId } from '../../parameters/post-id';
import { postLocator } from '../../parameters/post-locator';
import { simplify } from '../../parameters/simplify';
import { postJson } from '../../post-json';

/** Boosts a post, once: servers that would boost it again are not asked again. */
export const { description, execute }: Operation = {
	description: [postLocator, optionProperty('visibility'), simplify],
	async execute(itemIndex, connect) {
		const session = await connect();
		const id = await postId(this.getNodeParameter('post', itemIndex), session);
		const visibility = visibilityFrom(this.getNodeParameter('visibility', itemIndex, 'public'));
		const { raw } = await boostOnce(session.client, id, visibility);
		return [postJson(raw as IDataObject, this.getNodeParameter('simplify', itemIndex, true) === true)];
	},
};

function visibilityFrom(value: unknown): BoostVisibility {
	const { choices } = OPTION_TABLE.visibility;
	const found = choices.find((choice) => choice === value);
	if (found) return found;
	throw new ParameterError(`The visibility "${String(value)}" is none of ${choices.join(', ')}.`);
}
