import type { IDataObject } from 'n8n-workflow';
import { NodeApiError } from 'n8n-workflow';
import { Mastodon } from '../../../nodes/Mastodon/Mastodon.node';
import { optionParameter } from '../../../nodes/Mastodon/parameters/option-parameter';
import { Scene } from '../../action/scene.mts';
import { fakeExecuteFunctions } from '../../fakes-n8n/fake-execute-functions.mts';
import type { Profile } from '../../sandbox/profile.mts';
import type { Outcome } from './outcome.mts';
import type { Inputs, Rig } from './rig.mts';

/** The node in this process, on the fakes of n8n, with its state in static data. */
export async function nodeRig(profile: Profile): Promise<Rig> {
	const scene = await Scene.open(profile);
	const node = new Mastodon();
	const credential = { instance: scene.sandbox.url, accessToken: scene.token };
	let staticData: IDataObject = {};
	return {
		scene,
		async run(inputs) {
			const functions = fakeExecuteFunctions({
				description: node.description,
				credentials: { mastodonAccountApi: credential },
				items: [parametersOf(inputs)],
				staticData,
			});
			const found = await node.execute.call(functions).catch((error: unknown) => error);
			// n8n keeps it as JSON.
			staticData = JSON.parse(JSON.stringify(staticData)) as IDataObject;
			return Array.isArray(found)
				? summaryOf(found[0]![0]!.json, scene.token)
				: failureOf(found, scene.token);
		},
		forget: () => (staticData = {}),
		close: () => scene.close(),
	};
}

function parametersOf({ hashtags, ...options }: Inputs): IDataObject {
	const named = Object.entries(options).map(([name, value]) => [optionParameter(name), value]);
	const where = { resource: 'hashtag', operation: 'boostNewPosts', output: 'summary' };
	return { ...where, hashtags: hashtags!, options: Object.fromEntries(named) as IDataObject };
}

function summaryOf(summary: IDataObject, token: string): Outcome {
	return {
		isFine: true,
		state: String(summary.state),
		boosted: Number((summary.counts as IDataObject).boosted),
		blots: JSON.stringify(summary).includes(token) ? ['the token is shown'] : [],
	};
}

function failureOf(error: unknown, token: string): Outcome {
	const isOfServer = error instanceof NodeApiError && /^.{20,300}\.$/.test(error.message);
	const text = error instanceof Error ? `${error.message}${JSON.stringify(error)}` : String(error);
	const blots = [
		isOfServer ? '' : `an error that is no sentence about the server: ${text}`,
		text.includes(token) ? 'the token is shown' : '',
	];
	return { isFine: false, state: '', boosted: 0, blots: blots.filter((blot) => blot !== '') };
}
