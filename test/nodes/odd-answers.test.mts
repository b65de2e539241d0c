import { describe, expect, it } from '@jest/globals';
import type { IDataObject, IHttpRequestOptions } from 'n8n-workflow';
import { Mastodon } from '../../nodes/Mastodon/Mastodon.node';
import { scheduledTime } from '../../nodes/Mastodon/parameters/scheduled-time';
import { fakeExecuteFunctions } from '../fakes-n8n/fake-execute-functions.mts';

/** Runs an operation at a server that answers each request with what `serve` makes of its count and address. */
async function run(
	parameters: IDataObject,
	serve: (count: number, url: string) => { body: unknown; link?: string },
): Promise<{ urls: readonly string[]; json: readonly IDataObject[] }> {
	const node = new Mastodon();
	const credentials = { mastodonAccountApi: { instance: 'here.example', accessToken: 'secret' } };
	const functions = fakeExecuteFunctions({ description: node.description, credentials, items: [parameters] });
	const urls: string[] = [];
	const send = async (_type: string, { url }: IHttpRequestOptions) => {
		urls.push(url);
		const { body, link = '' } = serve(urls.length, url);
		return { statusCode: 200, headers: { link }, body: JSON.stringify(body) };
	};
	Object.assign(functions.helpers, { httpRequestWithAuthentication: send });
	const [items = []] = await node.execute.call(functions);
	return { urls, json: items.map(({ json }) => json) };
}

const FOLLOWED = { resource: 'hashtag', operation: 'getManyFollowed', returnAll: true };
const POSTS = {
	resource: 'account',
	operation: 'getManyPosts',
	returnAll: true,
	account: { mode: 'id', value: '7' },
};
const linkTo = (id: number) => `<https://here.example/x?max_id=${id}>; rel="next"`;

describe('The node at a server of odd answers', () => {
	it('does not follow pages that come in a circle', async () => {
		const followed = await run(FOLLOWED, (count) => ({ body: [{ name: 'a' }], link: linkTo(count % 2) }));
		expect(followed.urls).toHaveLength(3);
		const posts = await run(POSTS, (count) => ({ body: [{ id: String(count % 2) }] }));
		expect(posts.json).toHaveLength(2);
	});

	it('does not follow empty pages', async () => {
		const { urls } = await run(FOLLOWED, (count) => ({ body: [], link: linkTo(count) }));
		expect(urls).toHaveLength(1);
	});

	it('hands out more entries than a call takes arguments', async () => {
		const body = Array.from({ length: 200_000 }, () => ({ name: 'a' }));
		expect((await run(FOLLOWED, () => ({ body }))).json).toHaveLength(200_000);
	});

	it('uses no id that leads to another address', async () => {
		const parameters = { ...POSTS, operation: 'follow', account: { mode: 'handle', value: '@ada' } };
		await expect(run(parameters, () => ({ body: { id: '../1' } }))).rejects.toThrow(
			"here.example gave an answer that is not Mastodon's to the search for an account (its id is not an id)",
		);
	});

	it('simplifies an entry whose fields are of other kinds', async () => {
		const odd = { id: '1', content: { toString: 1 }, tags: [null, 'x'], account: 7, reblog: 'x' };
		const { json } = await run(POSTS, (count) => ({ body: count === 1 ? [odd] : [] }));
		expect(json).toEqual([{ id: '1', text: '', hashtags: [], media: [], account: {} }]);
	});

	it('searches for half a sign as for the sign that stands for it', async () => {
		const parameters = { ...POSTS, account: { mode: 'url', value: 'https://there.example/@\ud800' } };
		await expect(run(parameters, () => ({ body: { accounts: [] } }))).rejects.toThrow('found nothing');
	});
});

describe('scheduledTime', () => {
	it.each(['+275760-09-13T00:00:00', '-000001-01-01T00:00', '1969-12-31T23:00Z', 'soon'])(
		'takes %s for no date and time',
		(text) => {
			expect(() => scheduledTime(text, 'America/New_York')).toThrow('is no date and time');
		},
	);
});
