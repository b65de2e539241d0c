import { afterEach, describe, expect, it } from '@jest/globals';
import { serverFromVersion } from '../../core/mastodon/server';
import type { Profile } from './profile.mts';
import * as profiles from './profiles.mts';
import { openScene } from './scene.mts';
import type { Scene } from './scene.mts';

const { akkoma, gotosocial, hollo, iceshrimpNet, mastodon, mastodon42, mastodon43 } = profiles;
const { mitra, pixelfed, portable, sharkey, snac, takahe } = profiles;
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

describe('Mastodon', () => {
	it('of 4.3 refuses strangers and applications with 422 where previews are off', async () => {
		await on(mastodon43);
		const app = scene.sandbox.addToken({ app: true });
		expect((await scene.ask(cats, { token: null })).status).toBe(422);
		expect((await scene.ask(cats, { token: app })).status).toBe(422);
	});

	it('of 4.2 gives statuses one by one, has no OAuth metadata and no indexable', async () => {
		const { id } = await on(mastodon42);
		expect((await scene.ask(`GET /api/v1/statuses?id[]=${id}`)).status).toBe(404);
		expect((await scene.ask('GET /.well-known/oauth-authorization-server')).status).toBe(404);
		const { json } = await scene.ask(`GET /api/v1/statuses/${id}`);
		expect(json.account).not.toHaveProperty('indexable');
	});

	it('tells since 4.5 who may read hashtags', async () => {
		await on(mastodon);
		const { json } = await scene.ask('GET /api/v2/instance');
		expect(json.configuration.timelines_access.hashtag_feeds).toEqual({ local: 'public', remote: 'public' });
	});
});

describe('Akkoma', () => {
	it('throttles timelines and boosts, and says nothing about it', async () => {
		await on(akkoma);
		const statuses = [];
		for (let asked = 0; asked < 4; asked += 1) statuses.push((await scene.ask(cats)).status);
		expect(statuses).toEqual([200, 200, 200, 429]);
		const refused = await scene.ask(cats);
		expect(refused.json).toEqual({ error: 'Throttled' });
		expect([...refused.headers.keys()].filter((name) => /ratelimit|retry/.test(name))).toEqual([]);
	});

	it('has the first version of the instance endpoint alone, and keeps the query in its links', async () => {
		await on(akkoma);
		expect((await scene.ask('GET /api/v2/instance')).status).toBe(404);
		const { headers } = await scene.ask(`${cats}?any[]=dogs`);
		expect(headers.get('link')).toContain('any%5B%5D=dogs');
	});
});

describe('Pixelfed', () => {
	it('shows media alone unless told otherwise, without a flag for boosts', async () => {
		const { id } = await on(pixelfed);
		expect((await scene.ask(cats)).json).toEqual([]);
		expect((await scene.ask(`${cats}?only_media=false`)).json).toMatchObject([{ id, reblogged: null }]);
	});

	it('takes min_id for a floor, and gives nothing above one of half a year ago', async () => {
		await on(pixelfed);
		const { sandbox, author } = scene;
		const ago = (days: number) =>
			sandbox.addPost({
				account: author,
				media: 1,
				hashtags: ['cats'],
				createdAt: Date.now() - days * 86_400_000,
			});
		const [ancient, older, , newest] = [ago(200), ago(3), ago(2), ago(1)];
		expect((await scene.ask(`${cats}?min_id=${ancient.id}`)).json).toEqual([]);
		const { json } = await scene.ask(`${cats}?limit=1&since_id=${newest.id}`);
		expect(json).toMatchObject([{ id: newest.id }]);
		expect((await scene.ask(`${cats}?limit=1&min_id=${older.id}`)).json).toMatchObject([{ id: newest.id }]);
	});

	it('answers the post itself, refuses strangers with 403 and knows no fine scopes', async () => {
		const { id } = await on(pixelfed);
		expect((await boost(id)).json).toMatchObject({ id, reblog: null });
		expect((await scene.ask(cats, { token: null })).status).toBe(403);
	});
});

describe('Hollo', () => {
	it('shows what the booster follows, boosts of it as posts of their own, and boosts again', async () => {
		const { id } = await on(hollo);
		expect((await scene.ask(cats)).json).toEqual([]);
		scene.sandbox.relate(scene.booster, 'follows', scene.author);
		await boost(id);
		await boost(id);
		const { json } = await scene.ask(cats);
		expect(json).toMatchObject([
			{ reblog: { id } },
			{ reblog: { id } },
			{ id, reblog: null, reblogged: true },
		]);
	});

	it('takes UUIDs alone for cursors, and no form with a charset', async () => {
		const { id } = await on(hollo);
		expect((await scene.ask(`${cats}?min_id=1`)).status).toBe(400);
		expect((await boost(id, { body: new URLSearchParams({ visibility: 'public' }) })).status).toBe(415);
	});
});

describe('Iceshrimp.NET', () => {
	it('binds any and not any[], and takes one cursor at a time', async () => {
		const { id } = await on(iceshrimpNet);
		scene.sandbox.addPost({ account: scene.author, hashtags: ['dogs'] });
		expect((await scene.ask(`${cats}?any[]=dogs`)).json).toHaveLength(1);
		expect((await scene.ask(`${cats}?any=dogs`)).json).toHaveLength(2);
		expect((await scene.ask(`${cats}?min_id=${id}&since_id=${id}`)).status).toBe(400);
	});
});

describe.each([
	['Iceshrimp.NET', iceshrimpNet],
	['Takahe', takahe],
])('%s', (_name, profile) => {
	it('boosts for the scope for favourites', async () => {
		const { id } = await on(profile);
		const { booster, sandbox } = scene;
		const status = async (scope: string) =>
			(await boost(id, { token: sandbox.addToken({ account: booster, scopes: [scope] }) })).status;
		expect([await status('write:statuses'), await status('write:favourites')]).toEqual([403, 200]);
	});
});

describe('Sharkey', () => {
	it('gives upward pages oldest first', async () => {
		const { id } = await on(sharkey);
		const add = () => scene.sandbox.addPost({ account: scene.author, hashtags: ['cats'] }).id;
		const [second, third] = [add(), add()];
		const idsAbove = async (cursor: string) =>
			(await scene.ask(`${cats}?${cursor}=${id}`)).json.map((status: { id: string }) => status.id);
		expect([await idsAbove('min_id'), await idsAbove('since_id')]).toEqual([
			[second, third],
			[second, third],
		]);
	});

	it('answers 401 to whatever goes wrong, be it a boost within a second of another', async () => {
		const { id } = await on(sharkey);
		expect((await scene.ask('GET /api/v1/statuses/1')).status).toBe(401);
		expect([(await boost(id)).status, (await boost(id)).status]).toEqual([200, 401]);
		expect((await scene.ask(`GET /api/v1/statuses/${id}`)).json.reblogged).toBe(false);
	});
});

describe('Mitra', () => {
	it('reads downward alone, and links to what comes next alone', async () => {
		const { id } = await on(mitra);
		const { json, headers } = await scene.ask(`${cats}?min_id=${id}`);
		expect(json).toHaveLength(1);
		expect(headers.get('link')).toMatch(/^<[^>]*max_id=[^>]*>; rel="next"$/);
	});
});

it('snac tells no time', async () => {
	await on(snac);
	expect((await scene.ask(cats)).headers.has('date')).toBe(false);
});

it.each(Object.entries(profiles))('%s says who it is', async (_name, profile) => {
	await on(profile);
	const { json } = await scene.ask('GET /nodeinfo/2.0');
	expect(detected(profile)).toEqual([
		json.software.name.toLowerCase(),
		serverFromVersion((await scene.ask('GET /api/v1/instance')).json.version).software,
	]);
});

/** The names that a client has to find, by nodeinfo and by the version; a plain version tells no name. */
function detected({ software, instance }: Profile): readonly string[] {
	const name = software.name.toLowerCase();
	return [name, /^[\d.]+$/.test(instance.version) ? 'unknown' : name];
}
