import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { existsSync, readFileSync } from 'node:fs';
import type { IDataObject } from 'n8n-workflow';
import { RESOURCES } from '../../nodes/Mastodon/resources';
import { NodeScene } from '../fakes-n8n/node-scene.mts';
import type { Post } from '../sandbox/post.mts';

interface Schema {
	readonly type: string;
	readonly properties?: Readonly<Record<string, Schema>>;
	readonly items?: Schema;
}

const FOLDER = 'nodes/Mastodon/__schema__/v1.0.0';
const schemaOf = (name: string) => JSON.parse(readFileSync(`${FOLDER}${name}.json`, 'utf8')) as Schema;

/** Where a value is not what its schema says; what is null may be anything. */
function misfits({ type, properties = {}, items }: Schema, value: unknown, path = ''): string[] {
	if (value === null) return [];
	if (Array.isArray(value)) {
		return type === 'array' ? value.flatMap((entry) => misfits(items!, entry, `${path}[]`)) : [path];
	}
	if (typeof value === 'object') {
		const names = new Set([...Object.keys(value as object), ...Object.keys(properties)]);
		return [...names].flatMap((name) => {
			const [schema, field] = [properties[name], (value as IDataObject)[name]];
			const place = `${path}.${name}`;
			return schema === undefined || field === undefined ? [place] : misfits(schema, field, place);
		});
	}
	return type === (Number.isInteger(value) ? 'integer' : typeof value) ? [] : [path];
}

/** n8n shows them before a node has run: `/schemas/<node>/<version>/<resource>/<operation>.json`. */
describe('The preview of the output', () => {
	let scene: NodeScene;
	let post: Post;
	beforeEach(async () => {
		scene = await NodeScene.open();
		const account = scene.author({ fields: [{ name: 'Web', value: 'https://far.example' }] });
		post = scene.post({ account, media: 1 });
	});
	afterEach(() => scene.close());

	const locate = (mode: string, value: string) => ({ __rl: true, mode, value });

	it('is there for every operation, and for the trigger', () => {
		const names = Object.entries(RESOURCES).flatMap(([resource, { operations }]) =>
			Object.keys(operations).map((operation) => `/${resource}/${operation}`),
		);
		expect(['', ...names].filter((name) => !existsSync(`${FOLDER}${name}.json`))).toEqual([]);
	});

	it.each(['get', 'boost', 'undoBoost', 'favourite', 'undoFavourite', 'bookmark', 'undoBookmark'])(
		'is right for post %s',
		async (operation) => {
			const [item] = await scene.run({ resource: 'post', operation, post: locate('id', post.id) });
			expect(misfits(schemaOf(`/post/${operation}`), item)).toEqual([]);
		},
	);

	it.each(['get', 'getManyPosts', 'follow', 'getRelationship', 'unfollow'])(
		'is right for account %s',
		async (operation) => {
			const account = locate('id', post.account.id);
			const [item] = await scene.run({ resource: 'account', operation, account });
			// Mastodon alone has these two.
			const { languages: _languages, requested_by: _requestedBy, ...rest } = item!;
			expect(misfits(schemaOf(`/account/${operation}`), rest)).toEqual([]);
		},
	);

	it.each(['get', 'follow', 'unfollow', 'getManyPosts', 'boostNewPosts'])(
		'is right for hashtag %s',
		async (operation) => {
			const hashtag = { hashtag: locate('name', 'cats'), hashtags: 'cats' };
			const [item] = await scene.run({ resource: 'hashtag', operation, ...hashtag });
			expect(misfits(schemaOf(`/hashtag/${operation}`), item)).toEqual([]);
		},
	);

	it('is the same for whatever answers the same', () => {
		for (const name of ['', '/post/create', '/post/findByUrl'])
			expect(schemaOf(name)).toEqual(schemaOf('/post/get'));
		expect(schemaOf('/hashtag/getManyFollowed')).toEqual(schemaOf('/hashtag/get'));
	});

	it('is right for an application', async () => {
		const redirectUrls = 'https://n8n.example/rest/oauth2-credential/callback';
		const parameters = {
			resource: 'application',
			operation: 'register',
			instance: scene.sandbox.url,
			redirectUrls,
		};
		const [item] = await scene.run(parameters);
		// Mastodon alone has these two.
		const { website: _website, client_secret_expires_at: _expiry, ...rest } = item!;
		expect(misfits(schemaOf('/application/register'), rest)).toEqual([]);
	});

	it('is right for what is deleted', async () => {
		const own = scene.post({ account: scene.me });
		const [item] = await scene.run({ resource: 'post', operation: 'delete', post: locate('id', own.id) });
		expect(misfits(schemaOf('/post/delete'), item)).toEqual([]);
	});
});
