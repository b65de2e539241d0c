import type { IDataObject, IExecuteFunctions } from 'n8n-workflow';
import { fingerprint } from '../../../../core/index';
import type { Operation } from '../../operation';
import { simplify } from '../../parameters/simplify';
import { postJson } from '../../post-json';
import { createOptions } from './create-options';
import { draft } from './draft';

/** Writes a post. Tried again by n8n, it is written once: the server knows the request by its key. */
export const { description, execute }: Operation = {
	description: [
		{
			displayName: 'Text',
			name: 'text',
			type: 'string',
			typeOptions: { rows: 4 },
			default: '',
			placeholder: 'e.g. Hello #fediverse!',
			description: 'The text of the post; may be empty when it has a file',
		},
		createOptions,
		simplify,
	],
	async execute(itemIndex, connect) {
		const session = await connect();
		const json = await draft.call(this, itemIndex, session);
		const answer = await session.api.entity({
			method: 'POST',
			path: '/api/v1/statuses',
			json,
			idempotencyKey: keyOf.call(this, itemIndex, json),
			scope: 'write:statuses',
			subject: 'new post',
		});
		const created = answer.value as IDataObject;
		// A scheduled post is no post yet.
		const isSimple =
			created.content !== undefined && this.getNodeParameter('simplify', itemIndex, true) === true;
		return [postJson(created, isSimple)];
	},
};

/**
 * The same for every try of one item in one execution. Files get a new ID with every upload and do not count.
 * https://docs.joinmastodon.org/methods/statuses/#headers
 */
function keyOf(this: IExecuteFunctions, itemIndex: number, json: IDataObject): string {
	const { media_ids: media, ...rest } = json;
	const content = fingerprint(JSON.stringify({ ...rest, files: Array.isArray(media) ? media.length : 0 }));
	const { $runIndex: run } = this.getWorkflowDataProxy(itemIndex) as { $runIndex?: number };
	return [this.getExecutionId(), this.getNode().id, run ?? 0, itemIndex, content].join('-');
}
