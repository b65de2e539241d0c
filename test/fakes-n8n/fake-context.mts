import type {
	IDataObject,
	IHttpRequestOptions,
	INode,
	INodeParameters,
	INodeTypeDescription,
} from 'n8n-workflow';
import { NodeHelpers, NodeOperationError } from 'n8n-workflow';
import { RecordingLog } from '../fakes/recording-log.mts';
import type { CredentialData } from './request-helper.mts';
import { request, requestWithAuthentication } from './request-helper.mts';

export interface ContextOptions {
	readonly description: INodeTypeDescription;
	/** By the name of the credential. */
	readonly credentials: Readonly<Record<string, CredentialData>>;
	readonly renew?: () => string;
}

/** What all of n8n's contexts have: node, credentials, log and request helpers. */
export function fakeContext({ description, credentials, renew }: ContextOptions) {
	const log = new RecordingLog();
	const node: INode = {
		id: 'node-1',
		name: description.displayName,
		type: `n8n-nodes-mastodon-hashtag-boost.${description.name}`,
		typeVersion: 1,
		position: [0, 0],
		parameters: {},
	};
	return {
		log,
		getNode: () => node,
		logger: log,
		getTimezone: () => 'Europe/Berlin',
		async getCredentials(type: string) {
			const found = credentials[type];
			if (found) return { ...found };
			throw new NodeOperationError(node, `Node does not have any credentials of type "${type}" set`);
		},
		helpers: {
			httpRequest: request,
			httpRequestWithAuthentication: (type: string, options: IHttpRequestOptions) =>
				requestWithAuthentication(node, credentials[type]!, options, renew),
		},
	};
}

/** The parameters as n8n hands them out: defaults filled in, those that the form does not show left out. */
export function shownParameters(description: INodeTypeDescription, given: IDataObject): IDataObject {
	const values = NodeHelpers.getNodeParameters(
		description.properties,
		given as INodeParameters,
		true,
		false,
		null,
		description,
	);
	return (values ?? {}) as IDataObject;
}

/** n8n's own behaviour: a parameter that is neither shown nor has a fallback is an error of the node. */
export function parameterOf(parameters: IDataObject, name: string, fallback?: unknown): unknown {
	const value = parameters[name] ?? fallback;
	if (value === undefined) throw new Error(`Could not get parameter "${name}"`);
	return value;
}
