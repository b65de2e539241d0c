import { afterEach, describe, expect, it } from '@jest/globals';
import type { Profile } from './profile.mts';
import { gotosocial, mastodon, portable, snac } from './profiles.mts';
import { openScene } from './scene.mts';
import type { Scene } from './scene.mts';

const cats = 'GET /api/v1/timelines/tag/cats';
let scene: Scene;

async function on(profile: Profile): Promise<{ id: string }> {
	scene = await openScene({ profile });
	return scene.sandbox.addPost({ account: scene.author, hashtags: ['cats'] });
}
const boost = (id: string, options: Parameters<Scene['ask']>[1] = {}) =>
	scene.ask(`POST /api/v1/statuses/${id}/reblog`, options);

afterEach(() => scene.sandbox.close());

describe('GoToSocial', () => {
	it('boosts again whenever it is asked, and ignores the visibility', async () => {
		const { id } = await on(gotosocial);
		await boost(id, { body: { visibility: 'private' } });
		await boost(id);
		expect(scene.sandbox.boosts().map(({ visibility }) => visibility)).toEqual(['public', 'public']);
	});

	it('ignores any[], all[], none[] and local', async () => {
		const { id } = await on(gotosocial);
		scene.sandbox.addPost({ account: scene.author, hashtags: ['dogs'] });
		const { json } = await scene.ask(`${cats}?any[]=dogs&none[]=cats&local=true`);
		expect(json.map((status: { id: string }) => status.id)).toEqual([id]);
	});

	it('answers 404 for a hashtag it has never seen and 401 without a token', async () => {
		await on(gotosocial);
		expect((await scene.ask('GET /api/v1/timelines/tag/unheard')).status).toBe(404);
		expect((await scene.ask(cats, { token: null })).status).toBe(401);
	});

	it('makes ids from the time of the post, whenever it arrives', async () => {
		await on(gotosocial);
		const { author, sandbox } = scene;
		const newer = sandbox.addPost({ account: author, createdAt: 2000 });
		const late = sandbox.addPost({ account: author, createdAt: 1000, arrivedAt: 3000 });
		expect(late.id < newer.id).toBe(true);
	});

	it('drops posts after cutting the page, so that a short page is not the last', async () => {
		await on(gotosocial);
		const muted = scene.sandbox.addAccount({ username: 'muted', host: 'far.example' });
		scene.sandbox.relate(scene.booster, 'mutes', muted);
		for (let index = 0; index < 3; index += 1) scene.sandbox.addPost({ account: muted, hashtags: ['cats'] });
		expect((await scene.ask(`${cats}?limit=2`)).json).toEqual([]);
		expect((await scene.ask(`${cats}?limit=4`)).json).toHaveLength(1);
	});
});

describe('snac', () => {
	it('boosts only posts of followed authors, and answers the original', async () => {
		const { id } = await on(snac);
		expect((await boost(id)).status).toBe(404);
		scene.sandbox.relate(scene.booster, 'follows', scene.author);
		expect((await boost(id)).json).toMatchObject({ id });
		await boost(id);
		expect(scene.sandbox.boosts()).toHaveLength(1);
	});

	it('shows a boosted post as an empty wrapper under the same id', async () => {
		const { id } = await on(snac);
		scene.sandbox.relate(scene.booster, 'follows', scene.author);
		await boost(id);
		const [status] = (await scene.ask(cats)).json;
		expect(status).toMatchObject({ id, content: '', reblogged: false, reblog: { id } });
	});

	it('sends errors as HTML, a 401 without a body, and neither Link nor quota', async () => {
		await on(snac);
		const unknown = await scene.ask('GET /api/v1/statuses/1');
		expect([unknown.status, unknown.headers.get('content-type')]).toEqual([404, 'text/html; charset=utf-8']);
		const refused = await scene.ask('GET /api/v1/accounts/verify_credentials', { token: 'wrong' });
		expect([refused.status, refused.text]).toEqual([401, '']);
		const { headers } = await scene.ask(cats);
		expect([headers.has('link'), headers.has('x-ratelimit-limit')]).toEqual([false, false]);
	});

	it('makes ids of 42 characters and needs no token to read', async () => {
		const { id } = await on(snac);
		expect(id).toMatch(/^\d{10}[0-9a-f]{32}$/);
		expect((await scene.ask(cats, { token: null })).json).toHaveLength(1);
	});

	it('orders by arrival, not by id', async () => {
		scene = await openScene({ profile: snac });
		const { author, sandbox } = scene;
		const add = (createdAt: number, arrivedAt: number) =>
			sandbox.addPost({ account: author, hashtags: ['cats'], createdAt, arrivedAt }).id;
		const [first, second] = [add(9000, 1000), add(1000, 1001)];
		expect((await scene.ask(cats)).json.map(({ id }: { id: string }) => id)).toEqual([second, first]);
	});
});

describe('a server nobody has heard of', () => {
	it('pages with max_id only', async () => {
		const { id } = await on(portable);
		const newer = scene.sandbox.addPost({ account: scene.author, hashtags: ['cats'] });
		expect((await scene.ask(`${cats}?min_id=${newer.id}`)).json).toHaveLength(2);
		expect((await scene.ask(`${cats}?max_id=${newer.id}`)).json).toMatchObject([{ id }]);
	});

	it('has no second version of the instance endpoint', async () => {
		await on(portable);
		expect((await scene.ask('GET /api/v2/instance')).status).toBe(404);
		const { json } = await scene.ask('GET /nodeinfo/2.0');
		expect(json.software.name).toBe('somethingelse');
	});
});

describe('fields for servers to come', () => {
	it('can want another scope for boosts, refuse forms with a charset and turn every error into one', async () => {
		const { id } = await on({
			...mastodon,
			reblog: { ...mastodon.reblog, scope: 'write:favourites' },
			formCharset: 'refused',
			errors: { ...mastodon.errors, always: 401 },
		});
		const { booster, sandbox } = scene;
		const token = sandbox.addToken({ account: booster, scopes: ['write:favourites'] });
		expect((await boost(id, { token })).status).toBe(200);
		expect((await boost(id, { body: new URLSearchParams({ visibility: 'public' }) })).status).toBe(401);
		expect((await scene.ask('GET /api/v1/statuses/1')).status).toBe(401);
	});

	it('can show boosts as rows of their own to followers alone', async () => {
		const { id } = await on({
			...mastodon,
			timeline: { ...mastodon.timeline, boosts: 'own-rows', reach: 'home', any: 'any', reblogged: 'null' },
		});
		expect((await scene.ask(cats)).json).toEqual([]);
		scene.sandbox.relate(scene.booster, 'follows', scene.author);
		await boost(id);
		const { json } = await scene.ask('GET /api/v1/timelines/tag/cats?any=dogs');
		expect(json).toMatchObject([{ reblog: { id } }, { id, reblog: null, reblogged: null }]);
	});
});
