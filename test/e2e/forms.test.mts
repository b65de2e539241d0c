import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Editor } from './editor.mts';
import { startN8n, type N8nServer } from './n8n-server.mts';
import { operationForms, type OperationForm } from './operation-forms.mts';

const NODE = 'n8n-nodes-mastodon-hashtag-boost.mastodon';

/** One workflow with a node for each operation, whose forms are opened one after the other. */
describe('the form of every operation', () => {
	let n8n: N8nServer;
	let editor: Editor;
	let forms: OperationForm[] = [];

	beforeAll(async () => {
		n8n = await startN8n();
		forms = await operationForms(n8n.client, NODE);
		const nodes = forms.map(({ parameters }, index) => ({
			id: String(index),
			name: nameOf(index),
			type: NODE,
			typeVersion: 1,
			parameters,
			position: [(index % 6) * 220, Math.floor(index / 6) * 180],
		}));
		const workflow = { name: 'All operations', nodes, connections: {}, settings: {} };
		const { id } = await n8n.client.post<{ id: string }>('/workflows', workflow);
		editor = await Editor.open(n8n.client);
		await editor.openWorkflow(id);
	});

	afterAll(async () => {
		await (editor as Editor | undefined)?.close();
		await (n8n as N8nServer | undefined)?.close();
	});

	it('belongs to one of the operations that were agreed on', () => {
		const operations = forms.map(({ resource, operation }) => `${resource}.${operation}`);

		expect(operations.sort()).toEqual(AGREED);
	});

	it('comes with a preview of the output, which n8n finds in the package', async () => {
		for (const { resource, operation } of forms) {
			const preview = n8n.client.file(`/schemas/${NODE}/1.0.0/${resource}/${operation}.json`);
			await expect(preview).resolves.toMatchObject({ type: 'object' });
		}
		const ofTrigger = n8n.client.file(`/schemas/${NODE}Trigger/1.0.0.json`);
		await expect(ofTrigger).resolves.toMatchObject({ type: 'object' });
	});

	it('opens without an error, with all options added', async () => {
		for (const [index, { resource, operation, displayName }] of forms.entries()) {
			await editor.openNode(nameOf(index));
			expect(await editor.parameter('operation').locator('input').inputValue()).toBe(displayName);
			expect({ resource, operation, problems: editor.problems }).toEqual({
				resource,
				operation,
				problems: [],
			});
			await editor.closeForm();
		}
	}, 300_000);

	function nameOf(index: number): string {
		return `Operation ${index}`;
	}
});

/** The contract: section 3 of the design. */
const AGREED = [
	'account.addToList',
	'account.follow',
	'account.get',
	'account.getManyPosts',
	'account.getRelationship',
	'account.unfollow',
	'application.register',
	'hashtag.boostNewPosts',
	'hashtag.follow',
	'hashtag.get',
	'hashtag.getManyFollowed',
	'hashtag.getManyPosts',
	'hashtag.unfollow',
	'post.bookmark',
	'post.boost',
	'post.create',
	'post.delete',
	'post.favourite',
	'post.findByUrl',
	'post.get',
	'post.undoBookmark',
	'post.undoBoost',
	'post.undoFavourite',
];
