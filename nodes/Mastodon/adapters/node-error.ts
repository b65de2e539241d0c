import type { INode } from 'n8n-workflow';
import { NodeApiError, NodeOperationError } from 'n8n-workflow';
import { InvalidOptionError, OPTION_TABLE, RateLimitReachedError } from '../../../core/index';
import { optionLabel } from '../option-label';

export type NodeFailure = NodeApiError | NodeOperationError;

/**
 * Any failure as n8n shows it: one sentence for people, the server's own words below it, and the item. The core
 * names options as the Action writes them; here they bear the names that they have on the screen.
 */
export function nodeError(node: INode, error: unknown, itemIndex?: number): NodeFailure {
	const place = itemIndex === undefined ? {} : { itemIndex };
	if (error instanceof NodeApiError || error instanceof NodeOperationError) {
		if (itemIndex !== undefined) error.context.itemIndex ??= itemIndex;
		return error;
	}
	const failure = error instanceof Error ? error : new Error(String(error));
	const message = inScreenWords(sentenceOf(failure));
	if (failure instanceof InvalidOptionError || !isOfServer(failure)) {
		return new NodeOperationError(node, failure, { message, ...place });
	}
	return new NodeApiError(
		node,
		{ name: failure.name, message },
		{ message, ...whatTheServerSays(failure), ...place },
	);
}

function sentenceOf(failure: Error): string {
	if (!(failure instanceof RateLimitReachedError)) return failure.message;
	const until = failure.resumesAt === undefined ? '' : ` until ${new Date(failure.resumesAt).toISOString()}`;
	return `The server asks for a pause${until} (rate limit): run this later, or with fewer items at once.`;
}

function inScreenWords(message: string): string {
	return message.replace(/"([a-z-]+)"/g, (quoted, name: string) =>
		Object.hasOwn(OPTION_TABLE, name) ? `"${optionLabel(name)}"` : quoted,
	);
}

/** Failures of the core that a server had a part in know the server. */
function isOfServer(failure: Error): boolean {
	return failure instanceof RateLimitReachedError || 'instance' in failure;
}

/** The status, and the server's own words where it had some: the sentence for people may leave them out. */
function whatTheServerSays(failure: Error): { description?: string; httpCode?: string } {
	const { detail } = failure as Error & { detail?: unknown };
	const [, status, words] =
		/^status (\d{3})(?:: (.+))?$/s.exec(typeof detail === 'string' ? detail : '') ?? [];
	return {
		...(status === undefined ? {} : { httpCode: status }),
		...(words === undefined ? {} : { description: `The server says: ${words}` }),
	};
}
