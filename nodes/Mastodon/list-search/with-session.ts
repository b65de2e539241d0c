import type { ILoadOptionsFunctions, INodeListSearchResult } from 'n8n-workflow';
import { nodeError } from '../adapters/node-error';
import type { Session } from '../session';
import { openSession } from '../session';

/** A list from the connected account; what goes wrong is told below the list. */
export async function withSession(
	context: ILoadOptionsFunctions,
	load: (session: Session) => Promise<INodeListSearchResult>,
): Promise<INodeListSearchResult> {
	try {
		return await load(await openSession(context, context.getNodeParameter('authentication', 'accessToken')));
	} catch (error) {
		throw nodeError(context.getNode(), error);
	}
}
