import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import type { IDataObject, IExecuteFunctions } from 'n8n-workflow';
import { inspect } from 'node:util';
import { fakeExecuteFunctions } from '../fakes-n8n/fake-execute-functions.mts';
import { NodeScene } from '../fakes-n8n/node-scene.mts';
import { Mastodon } from '../../nodes/Mastodon/Mastodon.node';
import type { FaultKind } from '../sandbox/faults.mts';
import { itIsTold } from '../tell-number.mts';
import { echoToken } from './echo-token.mts';
import { findSecret } from './find-secret.mts';
import type { RewritingServer } from './rewriting-server.mts';
import { startRewritingServer } from './rewriting-server.mts';
import type { Stranger } from './stranger.mts';
import { startStranger } from './stranger.mts';

const node = new Mastodon();
const locate = (value: string) => ({ __rl: true, mode: 'id', value });

/** Parameters of every operation that uses the token. */
function operations(post: string, account: string): IDataObject[] {
	const posts = [
		'boost',
		'undoBoost',
		'favourite',
		'undoFavourite',
		'bookmark',
		'undoBookmark',
		'get',
		'delete',
	];
	return [
		{
			resource: 'hashtag',
			operation: 'boostNewPosts',
			hashtags: 'cats',
			output: 'decisions',
			options: { includeSensitive: true },
		},
		{ resource: 'hashtag', operation: 'getManyPosts', hashtag: 'cats', simplify: false },
		{ resource: 'hashtag', operation: 'getManyFollowed' },
		...['follow', 'get', 'unfollow'].map((operation) => ({
			resource: 'hashtag',
			operation,
			hashtag: 'cats',
		})),
		{ resource: 'post', operation: 'create', text: 'Hello' },
		{ resource: 'post', operation: 'findByUrl', url: 'https://far.example/@a/1' },
		...['get', 'follow', 'getRelationship', 'unfollow', 'getManyPosts'].map((operation) => ({
			resource: 'account',
			operation,
			account: locate(account),
			simplify: false,
		})),
		{ resource: 'account', operation: 'addToList', account: locate(account), list: locate('1') },
		...posts.map((operation) => ({ resource: 'post', operation, post: locate(post), simplify: false })),
	];
}

const ENDS: ReadonlyArray<[string, FaultKind | undefined]> = [
	['answers', undefined],
	['refuses the token', { kind: 'status', status: 401, body: { error: 'Bad' } }],
	['misses a scope', { kind: 'status', status: 403, body: { error: 'outside the authorized scopes' } }],
	['forbids', { kind: 'status', status: 403, body: { error: 'No' } }],
	['finds nothing', { kind: 'status', status: 404, body: { error: 'Nothing' } }],
	['does not understand', { kind: 'status', status: 422, body: { error: 'What?' } }],
	['points to a stranger', { kind: 'redirect', location: '/' }],
	['breaks off its JSON', { kind: 'broken-json' }],
	['answers something else', { kind: 'wrong-shape', json: [{ error: 'x', id: 'content' }] }],
];

const AUTHENTICATIONS = ['accessToken', 'oAuth2'] as const;

let checked = 0;
describe.each(AUTHENTICATIONS)('With %s, when the server', (authentication) => {
	let scene: NodeScene;
	let server: RewritingServer;
	let stranger: Stranger;
	beforeEach(async () => {
		scene = await NodeScene.open();
		stranger = await startStranger();
		server = await startRewritingServer(scene.sandbox.url, echoToken(scene.token, stranger.url, checked));
		scene.sandbox.setRateLimit({ bucket: 'token', limit: Infinity, windowMs: 1000 });
	});
	afterEach(async () => {
		await server.close();
		await stranger.close();
		await scene.close();
	});

	const executed = (parameters: IDataObject, continueOnFail: boolean) => {
		const instance = server.url;
		const staticData: IDataObject = {};
		const functions = fakeExecuteFunctions({
			description: node.description,
			credentials: {
				mastodonAccountApi: { instance, accessToken: scene.token },
				mastodonAccountOAuth2Api: { instance, oauthTokenData: { access_token: scene.token } },
			},
			items: [{ authentication, ...parameters }],
			continueOnFail,
			staticData,
		});
		return { staticData, functions };
	};
	/** All that n8n could store or show of an execution. */
	const told = async (parameters: IDataObject, continueOnFail: boolean): Promise<string> => {
		const { functions, staticData } = executed(parameters, continueOnFail);
		const outcome: unknown = await node.execute.call(functions).catch((error: unknown) => error);
		const { logger } = functions as IExecuteFunctions;
		const everything = [outcome, staticData, logger];
		return everything
			.map(
				(thing) =>
					`${JSON.stringify(thing)} ${inspect(thing, { depth: 25, showHidden: true, maxStringLength: null })}`,
			)
			.join('\n');
	};

	it.each(ENDS)('%s, no item, error, log line or memory holds the token', async (_what, fault) => {
		if (fault) scene.sandbox.faults.add({ ...fault, times: Infinity });
		const { id } = scene.post();
		for (const parameters of operations(id, scene.author().id)) {
			for (const continueOnFail of [true, false]) {
				const text = await told(parameters, continueOnFail);
				checked++;
				expect({ parameters, found: findSecret(text, scene.token) }).toEqual({ parameters, found: [] });
			}
		}
		expect(stranger.heard).toEqual([]);
	});
});

describe('The number of operations', () =>
	itIsTold('Ends of the n8n node, searched for the token', () => checked));
