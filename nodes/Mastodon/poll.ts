import type { IDataObject, INodeExecutionData, IPollFunctions } from 'n8n-workflow';
import { NodeOperationError } from 'n8n-workflow';
import type { Options, Status } from '../../core/index';
import { findNewPosts, listPosts, parseOptions } from '../../core/index';
import { nodeError } from './adapters/node-error';
import { StaticDataStateStore } from './adapters/static-data-state-store';
import { rawOptions } from './parameters/raw-options';
import { postJson } from './post-json';
import type { Session } from './session';
import { openSession } from './session';

/** What a test shows: as many posts, from as many pages of a timeline. */
const SAMPLE = { most: 5, pages: 5 };

/** Nodes whose poll is under way: a second one would find the same posts once more. */
const busy = new WeakSet<IDataObject>();

/** One poll: the posts that are new since the last one, the oldest first; in a test, the newest posts there are. */
export async function poll(this: IPollFunctions): Promise<INodeExecutionData[][] | null> {
	try {
		const session = await openSession(this, this.getNodeParameter('authentication', 'accessToken'));
		const options = optionsOf(this, session);
		const posts =
			this.getMode() === 'manual' ? await sample(this, options, session) : await news(this, options, session);
		if (posts.length === 0) return null;
		const isSimple = this.getNodeParameter('simplify', true) === true;
		return [posts.map(({ raw }) => ({ json: postJson(raw as IDataObject, isSimple) }))];
	} catch (error) {
		throw nodeError(this.getNode(), error);
	}
}

function optionsOf(context: IPollFunctions, { address, accessToken }: Session): Options {
	const isOfMembers = context.getNodeParameter('event', 'newPost') === 'newMember';
	return parseOptions({
		'initial-window': '0s',
		...rawOptions({
			...(context.getNodeParameter('options', {}) as IDataObject),
			hashtags: context.getNodeParameter('hashtags', '') as string,
			...(isOfMembers
				? {
						newMembersWithin: (context.getNodeParameter('newMembersWithin', '') as string) || '7d',
						firstPostOnly: true,
					}
				: {}),
		}),
		instance: address.origin,
		'access-token': accessToken,
	});
}

async function news(
	context: IPollFunctions,
	options: Options,
	{ http, clock, log }: Session,
): Promise<readonly Status[]> {
	const data = context.getWorkflowStaticData('node');
	if (busy.has(data)) return [];
	busy.add(data);
	try {
		// Without the hashtags in the key: who adds one keeps what is known of the others.
		const store = new StaticDataStateStore(
			data,
			({ instance, accountId }) => `posts ${instance} ${accountId}`,
		);
		const host = { http, clock, log, store, random: Math.random, onDecision: () => undefined };
		const { posts } = await findNewPosts(options, host);
		return posts;
	} finally {
		busy.delete(data);
	}
}

async function sample(
	context: IPollFunctions,
	options: Options,
	{ http, clock, log }: Session,
): Promise<readonly Status[]> {
	const posts = await listPosts(options, { http, clock, log, random: Math.random }, SAMPLE);
	if (posts.length > 0) return posts;
	throw new NodeOperationError(
		context.getNode(),
		'No recent post with these hashtags passes the options, so there is nothing to show: try another hashtag or other options.',
	);
}
