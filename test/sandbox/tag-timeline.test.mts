import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { openScene } from './scene.mts';
import type { Answer, Scene } from './scene.mts';

const start = Date.UTC(2026, 0, 1);
const timeline = '/api/v1/timelines/tag';
const idsOf = ({ json }: Answer) => json.map(({ id }: { id: string }) => id);

describe('the tag timeline of Mastodon', () => {
	let scene: Scene;
	const post = (hashtags: string[], more: object = {}) =>
		scene.sandbox.addPost({ account: scene.author, hashtags, createdAt: start, ...more }).id;

	beforeEach(async () => {
		scene = await openScene({ now: () => start + 3_600_000 });
	});
	afterEach(() => scene.sandbox.close());

	it('pages through everything with max_id, 20 at a time', async () => {
		const posted = Array.from({ length: 45 }, (_, index) => post(['cats'], { createdAt: start + index }));
		const first = idsOf(await scene.ask(`GET ${timeline}/cats`));
		const second = idsOf(await scene.ask(`GET ${timeline}/cats?max_id=${first.at(-1)}`));
		const third = idsOf(await scene.ask(`GET ${timeline}/cats?max_id=${second.at(-1)}`));
		expect([first.length, second.length, third.length]).toEqual([20, 20, 5]);
		expect([...first, ...second, ...third]).toEqual(posted.reverse());
	});

	it('gives 40 posts at most and none for a limit of 0', async () => {
		for (let index = 0; index < 45; index += 1) post(['cats']);
		expect((await scene.ask(`GET ${timeline}/cats?limit=80`)).json).toHaveLength(40);
		expect((await scene.ask(`GET ${timeline}/cats?limit=0`)).json).toHaveLength(0);
	});

	it('puts a fetched old post below a newer cursor and a delivered one above it', async () => {
		const seen = post(['cats'], { createdAt: start + 1000 });
		const fetched = post(['cats'], { createdAt: start });
		const delivered = post(['cats'], { createdAt: start, arrivedAt: start + 2000 });
		expect(idsOf(await scene.ask(`GET ${timeline}/cats?min_id=${seen}`))).toEqual([delivered]);
		expect(idsOf(await scene.ask(`GET ${timeline}/cats`))).toEqual([delivered, seen, fetched]);
	});

	it('counts the main hashtag among the four of any[] and drops the rest', async () => {
		const posted = ['a', 'b', 'c', 'd', 'e'].map((name) => post([name]));
		const answer = await scene.ask(`GET ${timeline}/a?any[]=b&any[]=c&any[]=d&any[]=e`);
		expect(idsOf(answer)).toEqual(posted.slice(0, 4).reverse());
	});

	it('gives nothing for an unknown main hashtag, whatever any[] names', async () => {
		post(['cats']);
		const answer = await scene.ask(`GET ${timeline}/unheard?any[]=cats`);
		expect([answer.status, answer.json]).toEqual([200, []]);
	});

	it('drops unknown hashtags of all[] and with them the restriction', async () => {
		const cats = post(['cats']);
		const both = post(['cats', 'dogs']);
		expect(idsOf(await scene.ask(`GET ${timeline}/cats?all[]=dogs`))).toEqual([both]);
		expect(idsOf(await scene.ask(`GET ${timeline}/cats?all[]=unheard`))).toEqual([both, cats]);
	});

	it('leaves out posts with a hashtag of none[]', async () => {
		const cats = post(['cats']);
		post(['cats', 'dogs']);
		expect(idsOf(await scene.ask(`GET ${timeline}/cats?none[]=dogs`))).toEqual([cats]);
	});

	it('tells local from remote posts and finds those with media', async () => {
		const remote = post(['cats'], { media: 1 });
		const local = post(['cats'], { account: scene.booster });
		expect(idsOf(await scene.ask(`GET ${timeline}/cats?local=true`))).toEqual([local]);
		expect(idsOf(await scene.ask(`GET ${timeline}/cats?remote=true`))).toEqual([remote]);
		expect(idsOf(await scene.ask(`GET ${timeline}/cats?only_media=true`))).toEqual([remote]);
	});

	it('holds public posts of accounts in good standing only, and no boosts', async () => {
		const limited = scene.sandbox.addAccount({ username: 'limited', host: 'far.example', limited: true });
		const suspended = scene.sandbox.addAccount({ username: 'gone', host: 'far.example', suspended: true });
		post(['cats'], { visibility: 'unlisted' });
		post(['cats'], { account: limited });
		post(['cats'], { account: suspended });
		const shown = post(['cats']);
		await scene.ask(`POST /api/v1/statuses/${shown}/reblog`);
		expect(idsOf(await scene.ask(`GET ${timeline}/cats`))).toEqual([shown]);
	});

	it('leaves out muted and blocked authors for their reader alone', async () => {
		const shown = post(['cats']);
		scene.sandbox.relate(scene.booster, 'mutes', scene.author);
		expect(idsOf(await scene.ask(`GET ${timeline}/cats`))).toEqual([]);
		expect(idsOf(await scene.ask(`GET ${timeline}/cats`, { token: null }))).toEqual([shown]);
	});

	it('finds a hashtag under any spelling, and one that was added by an edit', async () => {
		const accented = post(['#Sénégal']);
		scene.sandbox.editPost(post(['cats']), { hashtags: ['senegal'] });
		expect(idsOf(await scene.ask(`GET ${timeline}/SENEGAL`))).toContain(accented);
		expect((await scene.ask(`GET ${timeline}/%23s%C3%A9n%C3%A9gal`)).json).toHaveLength(2);
		expect((await scene.ask(`GET ${timeline}/cats`)).json).toHaveLength(0);
	});

	it('loses any[] and remote in the Link header', async () => {
		const cats = post(['cats']);
		const { headers } = await scene.ask(`GET ${timeline}/cats?any[]=dogs&remote=true&limit=5&local=false`);
		const base = `${scene.sandbox.url}${timeline}/cats?limit=5&local=false`;
		expect(headers.get('link')).toBe(
			`<${base}&max_id=${cats}>; rel="next", <${base}&min_id=${cats}>; rel="prev"`,
		);
	});

	it('sends no Link header with an empty page', async () => {
		expect((await scene.ask(`GET ${timeline}/unheard`)).headers.has('link')).toBe(false);
	});

	it('says what a post is to its reader, and nothing of it to nobody', async () => {
		await scene.ask(`POST /api/v1/statuses/${post(['cats'])}/reblog`);
		expect((await scene.ask(`GET ${timeline}/cats`)).json[0].reblogged).toBe(true);
		expect((await scene.ask(`GET ${timeline}/cats`, { token: null })).json[0]).not.toHaveProperty(
			'reblogged',
		);
	});

	it('dates its answers by its own clock', async () => {
		const { headers } = await scene.ask(`GET ${timeline}/cats`);
		expect(headers.get('date')).toBe('Thu, 01 Jan 2026 01:00:00 GMT');
	});
});
