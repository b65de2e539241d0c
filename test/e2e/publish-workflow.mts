import type { CredentialJson } from './n8n-cli.mts';
import type { N8nClient } from './n8n-client.mts';
import type { WorkflowJson } from './workflow-json.mts';

/** Saves a credential and a workflow as the editor does and makes the workflow active; answers its id. */
export async function publishWorkflow(
	client: N8nClient,
	credential: CredentialJson,
	workflow: WorkflowJson,
): Promise<string> {
	const { name, type, data } = credential;
	const { id: credentialId } = await client.post<{ id: string }>('/credentials', { name, type, data });
	const nodes = JSON.stringify(workflow.nodes).replaceAll(
		JSON.stringify({ id: credential.id, name }),
		JSON.stringify({ id: credentialId, name }),
	);
	const saved = await client.post<{ id: string; versionId: string }>('/workflows', {
		...workflow,
		id: undefined,
		nodes: JSON.parse(nodes) as object[],
	});
	await client.post(`/workflows/${saved.id}/activate`, { versionId: saved.versionId });
	return saved.id;
}
