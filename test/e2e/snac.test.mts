import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { rm } from 'node:fs/promises';
import { Federation } from '../snac/federation.mts';
import type { SnacStatus } from '../snac/snac-status.mts';
import { accountCredential, boostingEach, boostingNew } from './boosting-workflows.mts';
import { closedN8n } from './closed-n8n.mts';
import { N8nCli } from './n8n-cli.mts';

const HASHTAG = 'introduction';

/** Two servers that know nothing of this project; each scenario goes on where the one before has ended. */
describe('workflows on real snac servers', () => {
	let federation: Federation;
	let cli: N8nCli;
	let userFolder = '';

	beforeAll(async () => {
		federation = await Federation.start();
		const n8n = await closedN8n();
		({ userFolder } = n8n);
		cli = new N8nCli(n8n);
		await cli.importCredentials([accountCredential(federation.away.url, federation.bob.token)]);
		await cli.importWorkflows([boostingNew('new', HASHTAG), boostingEach('each', HASHTAG)]);
	});

	afterAll(async () => {
		// Nothing to close where snac is missing.
		await (federation as Federation | undefined)?.close();
		await rm(userFolder, { recursive: true, force: true });
	});

	it('boost new posts once, the oldest first', async () => {
		const posts = await federation.write(HASHTAG, 'Hello', 'Good morning');

		const [first, second] = [await cli.execute('new'), await cli.execute('new')];

		const uris = posts.map((post) => post.uri);
		expect(first.items['Boost New']?.map((item) => item.json['uri'])).toEqual(uris);
		expect(second.items['Boost New'] ?? []).toEqual([]);
		await expectBoostedOnce(posts);
	});

	it('read the posts with a hashtag and boost each, also those that are boosted', async () => {
		const { items, error } = await cli.execute('each');

		expect(error).toBeUndefined();
		expect(items['Read']).toHaveLength(2);
		expect(items['Boost']).toHaveLength(2);
	});

	async function expectBoostedOnce(posts: readonly SnacStatus[]): Promise<void> {
		await federation.settle();
		const bob = federation.away.user('bob').actorUrl;
		for (const { id } of posts) expect(await federation.ada.boostsReceived(id)).toEqual([bob]);
	}
});
