import { createRequire } from 'node:module';
import { join } from 'node:path';
import { e2eHome } from './e2e-home.mts';
import type { N8nClient } from './n8n-client.mts';
import { itemsOf, type Item, type ResultData } from './run-data.mts';

export interface Execution {
	readonly id: string;
	readonly mode: string;
	readonly status: 'success' | 'error' | 'running' | 'new' | 'waiting' | 'crashed' | 'canceled';
	/** The items of each node. */
	readonly items: Readonly<Record<string, readonly Item[]>>;
	readonly error: string | undefined;
}

interface Listed {
	readonly id: string;
	readonly mode: string;
	readonly status: Execution['status'];
}

/** All that n8n has kept of a workflow's executions, oldest first. */
export async function executions(client: N8nClient, workflowId: string): Promise<Execution[]> {
	const filter = encodeURIComponent(JSON.stringify({ workflowId }));
	const { results } = await client.get<{ results: Listed[] }>(`/executions?limit=100&filter=${filter}`);
	const oldestFirst = results.toSorted((a, b) => Number(a.id) - Number(b.id));
	return await Promise.all(
		oldestFirst.map(async ({ id, mode, status }) => {
			const { data } = await client.get<{ data: string }>(`/executions/${id}`);
			const { runData, error } = unflatten(data).resultData;
			return { id, mode, status, items: itemsOf(runData), error: error?.message };
		}),
	);
}

/** n8n keeps run data in the format of the package `flatted`, which it brings along. */
function unflatten(data: string): { resultData: ResultData } {
	const load = createRequire(join(e2eHome().n8nModules, 'n8n', 'package.json'));
	return (load('flatted') as { parse: (text: string) => { resultData: ResultData } }).parse(data);
}
