import type { IExecuteFunctions, INodeExecutionData } from 'n8n-workflow';
import { nodeError } from './adapters/node-error';
import type { Connect } from './operation';
import { RESOURCES } from './resources';
import type { Session } from './session';
import { openSession } from './session';

/** The one item loop of all operations: links items, converts errors, and goes on after them where told to. */
export async function router(this: IExecuteFunctions): Promise<INodeExecutionData[][]> {
	const found: INodeExecutionData[] = [];
	const resource = String(this.getNodeParameter('resource', 0));
	const operation = String(this.getNodeParameter('operation', 0));
	const { execute } = RESOURCES[resource]!.operations[operation]!;
	let session: Promise<Session> | undefined;
	const connect: Connect = () => (session ??= openSession(this, this.getNodeParameter('authentication', 0)));
	for (const itemIndex of this.getInputData().keys()) {
		const pairedItem = { item: itemIndex };
		try {
			const answers = await execute.call(this, itemIndex, connect);
			// Not spread: a call takes no more arguments than the stack has room for.
			for (const json of answers) found.push({ json, pairedItem });
		} catch (error) {
			const failure = nodeError(this.getNode(), error, itemIndex);
			if (!this.continueOnFail()) throw failure;
			found.push({ json: { error: failure.message }, error: failure, pairedItem });
		}
	}
	return [found];
}
