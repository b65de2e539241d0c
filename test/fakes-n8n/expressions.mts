import type { IDataObject, INode, INodeTypes } from 'n8n-workflow';
import { Workflow } from 'n8n-workflow';

const NODE: INode = { id: '1', name: 'x', type: 'x', typeVersion: 1, position: [0, 0], parameters: {} };

/** n8n's own interpreter of expressions, between `open` and `close`. */
export class Expressions {
	private constructor(private readonly workflow: Workflow) {}

	static async open(): Promise<Expressions> {
		const nodeTypes = { getByNameAndVersion: () => ({ description: { properties: [] } }) };
		const workflow = new Workflow({
			nodes: [NODE],
			connections: {},
			active: false,
			nodeTypes: nodeTypes as unknown as INodeTypes,
		});
		await workflow.expression.acquireIsolate();
		return new Expressions(workflow);
	}

	/** What becomes of a text in a credential that holds this data; `$self` is the data as well. */
	resolve(value: string, data: IDataObject): string {
		const resolved = this.workflow.expression.getComplexParameterValue(
			NODE,
			{ value },
			'internal',
			{ $credentials: data },
			undefined,
			undefined,
			data,
		);
		return String((resolved as { value: unknown }).value);
	}

	async close(): Promise<void> {
		await this.workflow.expression.releaseIsolate();
	}
}
