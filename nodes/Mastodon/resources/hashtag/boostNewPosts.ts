import type { IDataObject, INodeProperties } from 'n8n-workflow';
import type { PostReport, RunReport, StateOwner } from '../../../../core/index';
import { boostNewPosts, parseOptions } from '../../../../core/index';
import { StaticDataStateStore } from '../../adapters/static-data-state-store';
import { inTurn } from '../../in-turn';
import type { Operation } from '../../operation';
import { hashtags } from '../../parameters/hashtags';
import { optionCollection } from '../../parameters/option-collection';
import { rawOptions } from '../../parameters/raw-options';

const output: INodeProperties = {
	displayName: 'Output',
	name: 'output',
	type: 'options',
	default: 'boosted',
	description: 'What becomes the items of this node',
	options: [
		{ name: 'Boosted Posts', value: 'boosted', description: 'One item for each post that was boosted' },
		{
			name: 'Every Decision',
			value: 'decisions',
			description: 'One item for each post that was seen, with what was decided and why',
		},
		{ name: 'Summary', value: 'summary', description: 'One item with the numbers of the run' },
	],
};

const options: INodeProperties = {
	displayName: 'Options',
	name: 'options',
	type: 'collection',
	placeholder: 'Add option',
	default: {},
	options: [
		...optionCollection({ groups: ['query', 'filter', 'memory', 'boost', 'reading'], without: ['hashtags'] }),
		{
			displayName: 'State Name',
			name: 'stateName',
			type: 'string',
			default: '',
			placeholder: 'e.g. welcome',
			description:
				'Keeps the memory of this configuration apart from others in the same node; by default each account and set of hashtags has its own',
		},
	],
};

/** One run of the engine: finds the new posts of the hashtags and boosts those that qualify, each once for ever. */
export const { description, execute }: Operation = {
	description: [
		{
			displayName:
				'What was boosted is remembered in the workflow. n8n keeps that memory only in executions of an active workflow: a manual run starts anew, and asks your instance what was boosted before.',
			name: 'stateNotice',
			type: 'notice',
			default: '',
		},
		hashtags,
		output,
		options,
	],
	async execute(itemIndex, connect) {
		const given = this.getNodeParameter('options', itemIndex, {}) as IDataObject;
		const { address, accessToken, http, clock, log } = await connect();
		const parsed = parseOptions({
			...rawOptions({ ...given, hashtags: this.getNodeParameter('hashtags', itemIndex, '') }),
			instance: address.origin,
			'access-token': accessToken,
		});
		const chosen = String(this.getNodeParameter('output', itemIndex, 'boosted'));
		const decisions: PostReport[] = [];
		const name = String(given.stateName ?? '').trim();
		const host = {
			http,
			clock,
			log,
			random: Math.random,
			store: new StaticDataStateStore(this.getWorkflowStaticData('node'), (owner) => keyOf(owner, name)),
			onDecision: (post: PostReport) => {
				if (chosen === 'decisions') decisions.push(post);
			},
		};
		// Executions overlap when one takes longer than the interval: servers may boost twice what two ask for at once.
		const report = await inTurn(`${address.origin} ${accessToken}`, () => boostNewPosts(parsed, host));
		if (report.failure) throw report.failure;
		return itemsOf(chosen, report, decisions);
	},
};

/** Lists of posts, and what would have been thrown. */
const NOT_IN_SUMMARY: readonly string[] = ['boosted', 'failed', 'failure'];

function keyOf({ instance, accountId, query }: StateOwner, name: string): string {
	return `boosts ${instance} ${accountId} ${name || query}`;
}

function itemsOf(
	chosen: string,
	report: RunReport,
	decisions: readonly PostReport[],
): readonly IDataObject[] {
	if (chosen === 'decisions') return decisions.map((post) => ({ ...post }) as IDataObject);
	if (chosen !== 'summary') return report.boosted.map((post) => ({ ...post }) as IDataObject);
	const summary = Object.entries(report).filter(([name]) => !NOT_IN_SUMMARY.includes(name));
	return [Object.fromEntries(summary) as IDataObject];
}
