import type { CredentialJson } from './n8n-cli.mts';
import { workflowJson, type NodeJson, type WorkflowJson } from './workflow-json.mts';

const PACKAGE = 'n8n-nodes-mastodon-hashtag-boost';
const credentials = { mastodonAccountApi: { id: 'account', name: 'Account' } };

/** The account that the tests' nodes act for, as n8n imports it. */
export function accountCredential(instance: string, accessToken: string): CredentialJson {
	return { id: 'account', name: 'Account', type: 'mastodonAccountApi', data: { instance, accessToken } };
}

/** Reads the posts with a hashtag and boosts each. */
export function boostingEach(id: string, hashtag: string): WorkflowJson {
	return workflowJson(id, [start, readPosts(hashtag), boostPost('={{ $json.id }}')]);
}

/** Boosts one post, whether it is there or not. */
export function boostingOne(id: string, postId: string, goesOn: boolean): WorkflowJson {
	const boost = boostPost(postId);
	return workflowJson(id, [start, goesOn ? { ...boost, onError: 'continueRegularOutput' } : boost]);
}

/** The engine of the Action, by hand. */
export function boostingNew(id: string, hashtag: string): WorkflowJson {
	return workflowJson(id, [start, boostNewPosts(hashtag)]);
}

/** The engine of the Action, every few seconds. */
export function scheduledBoosting(id: string, hashtag: string, seconds: number): WorkflowJson {
	const schedule = {
		name: 'Schedule',
		type: 'n8n-nodes-base.scheduleTrigger',
		typeVersion: 1.2,
		parameters: { rule: { interval: [{ field: 'seconds', secondsInterval: seconds }] } },
	};
	return workflowJson(id, [schedule, boostNewPosts(hashtag)]);
}

/** The engine of the Action, for every request to `/webhook/<id>`; as many at once as there are requests. */
export function calledBoosting(id: string, hashtag: string): WorkflowJson {
	return workflowJson(id, [webhook(id), boostNewPosts(hashtag)]);
}

/** Several Mastodon nodes beside each other, for every request to `/webhook/<id>`; none stops the others. */
export function calledNodes(
	id: string,
	nodes: ReadonlyArray<readonly [name: string, parameters: object]>,
): WorkflowJson {
	const beside = nodes.map(([name, parameters]): NodeJson => {
		return { ...mastodon(name, parameters), onError: 'continueRegularOutput' };
	});
	const targets = beside.map(({ name }) => ({ node: name, type: 'main', index: 0 }));
	const connections = { Webhook: { main: [targets] } };
	return { ...workflowJson(id, [webhook(id), ...beside]), connections };
}

/** A trigger that looks once a minute, at the given second: n8n refuses to look more often. */
export function watching(id: string, hashtag: string, second: number): WorkflowJson {
	const trigger = {
		name: 'Mastodon Trigger',
		type: `${PACKAGE}.mastodonTrigger`,
		typeVersion: 1,
		parameters: {
			event: 'newPost',
			hashtags: hashtag,
			pollTimes: { item: [{ mode: 'custom', cronExpression: `${second} * * * * *` }] },
		},
		credentials,
	};
	const last = { name: 'Last', type: 'n8n-nodes-base.noOp', typeVersion: 1, parameters: {} };
	return workflowJson(id, [trigger, last]);
}

function webhook(path: string): NodeJson {
	return {
		name: 'Webhook',
		type: 'n8n-nodes-base.webhook',
		typeVersion: 2,
		webhookId: path,
		parameters: { httpMethod: 'POST', path, responseMode: 'onReceived' },
	};
}

const start: NodeJson = {
	name: 'Start',
	type: 'n8n-nodes-base.manualTrigger',
	typeVersion: 1,
	parameters: {},
};

function readPosts(hashtag: string): NodeJson {
	return mastodon('Read', {
		resource: 'hashtag',
		operation: 'getManyPosts',
		hashtag: byMode('name', hashtag),
	});
}

function boostPost(post: string): NodeJson {
	return mastodon('Boost', { resource: 'post', operation: 'boost', post: byMode('id', post) });
}

function boostNewPosts(hashtag: string): NodeJson {
	return mastodon('Boost New', { resource: 'hashtag', operation: 'boostNewPosts', hashtags: hashtag });
}

/** A resource locator as n8n exports it. */
function byMode(mode: string, value: string): object {
	return { __rl: true, mode, value };
}

function mastodon(name: string, parameters: object): NodeJson {
	return { name, type: `${PACKAGE}.mastodon`, typeVersion: 1, parameters, credentials };
}
