/** A node as n8n's exports have it; the names of parameters are the node's own. */
export interface NodeJson {
	readonly name: string;
	/** `package.type` */
	readonly type: string;
	readonly typeVersion: number;
	readonly parameters: object;
	readonly credentials?: Readonly<Record<string, { readonly id: string; readonly name: string }>>;
	readonly onError?: 'continueRegularOutput';
	/** Of a Webhook node: without one, n8n makes its path up. */
	readonly webhookId?: string;
}

export interface WorkflowJson {
	readonly id: string;
	readonly name: string;
	readonly nodes: readonly object[];
	readonly connections: object;
	readonly settings: object;
	readonly active: boolean;
}

/** A workflow of nodes that each feed the next one. */
export function workflowJson(id: string, nodes: readonly NodeJson[]): WorkflowJson {
	const placed = nodes.map((node, index) => ({
		...node,
		id: `${id}-${index}`,
		position: [index * 220, 0],
	}));
	const connections = Object.fromEntries(
		nodes.slice(1).map((node, index) => {
			const target = { node: node.name, type: 'main', index: 0 };
			return [nodes[index]?.name ?? '', { main: [[target]] }];
		}),
	);
	const settings = { executionOrder: 'v1' };
	return { id, name: id, nodes: placed, connections, settings, active: false };
}
