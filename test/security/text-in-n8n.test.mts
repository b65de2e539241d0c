import { describe, expect, it } from '@jest/globals';
import { NodeScene } from '../fakes-n8n/node-scene.mts';
import { hostileTexts } from './hostile-texts.mts';
import { PAYLOADS } from './payloads.mts';
import { startRewritingServer } from './rewriting-server.mts';

/** The time of writing and ids must be what they say: such posts are left out. */
const isPost = ({ id, created_at: time, account }: any) =>
	[id, account.id].every((value) => /^[\w~:-][\w.~:-]{0,199}$/.test(value)) &&
	!Number.isNaN(Date.parse(time));

/** A page holds no more than 1,000 posts. */
function groupsOf(size: number, texts: readonly string[]): string[][] {
	return Array.from({ length: Math.ceil(texts.length / size) }, (_, index) =>
		texts.slice(index * size, (index + 1) * size),
	);
}

describe('Hostile texts', () => {
	it.each(groupsOf(20, Object.values(PAYLOADS)))(
		'are unchanged data in the items of the n8n node',
		async (...texts) => {
			const scene = await NodeScene.open();
			scene.post();
			const { rewrite, posts } = hostileTexts(texts);
			const server = await startRewritingServer(scene.sandbox.url, (answer, asked) =>
				asked.path.includes('/timelines/tag/')
					? { ...rewrite(answer, asked), headers: answer.headers }
					: answer,
			);
			const credentials = { mastodonAccountApi: { instance: server.url, accessToken: scene.token } };
			const parameters = {
				resource: 'hashtag',
				operation: 'getManyPosts',
				hashtag: 'cats',
				limit: 5000,
				simplify: false,
			};
			const options = { includeSensitive: true, includeReplies: true, includeBots: true, consent: 'none' };
			const items = await scene.run({ ...parameters, options }, { credentials });
			await server.close();
			await scene.close();
			const shown = new Map(posts().map((post) => [post.id, post]));
			expect(items.length).toBeGreaterThan(texts.length * 20);
			expect(items).toEqual(items.map(({ id }) => shown.get(id)));
			expect(posts().filter(isPost).length).toBeGreaterThanOrEqual(items.length);
		},
	);
});
