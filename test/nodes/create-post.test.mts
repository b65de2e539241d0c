import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { DAY, NodeScene } from '../fakes-n8n/node-scene.mts';

const PNG = Buffer.from('89504e470d0a1a0a0000', 'hex');

describe('Mastodon > Post > Create', () => {
	let scene: NodeScene;
	beforeEach(async () => {
		scene = await NodeScene.open();
	});
	afterEach(() => scene.close());

	const create = { resource: 'post', operation: 'create' };
	const bodies = () =>
		scene.sandbox.requests.filter(({ path }) => path === '/api/v1/statuses').map(({ body }) => body);

	it('publishes a text with what was chosen', async () => {
		const other = scene.post();
		const options = {
			visibility: 'unlisted',
			contentWarning: 'Cats',
			language: 'EN',
			replyTo: other.id,
			quote: other.id,
			sensitive: true,
		};
		const [post] = await scene.run({ ...create, text: 'Hello #fediverse', options });
		expect(post).toMatchObject({
			text: 'Hello #fediverse',
			visibility: 'unlisted',
			spoiler_text: 'Cats',
			language: 'en',
			in_reply_to_id: other.id,
		});
		expect(bodies()).toEqual([
			{
				status: 'Hello #fediverse',
				visibility: 'unlisted',
				spoiler_text: 'Cats',
				language: 'en',
				sensitive: true,
				in_reply_to_id: other.id,
				quoted_status_id: other.id,
			},
		]);
	});

	it('answers and quotes posts by their addresses', async () => {
		const other = scene.post({ known: false });
		await scene.run({ ...create, text: 'Yes', options: { replyTo: other.url } });
		expect(bodies()).toMatchObject([{ in_reply_to_id: other.id }]);
	});

	it('uploads files from binary fields with alt text and focus', async () => {
		const binary = {
			data: { bytes: PNG, mimeType: 'image/png', fileName: 'cat "1".png' },
			film: { bytes: Buffer.alloc(100_000, 7), mimeType: 'video/mp4', fileName: 'cat.mp4' },
		};
		const files = [
			{ field: 'data', description: 'A schwarze Katze, größer als gedacht', focus: '0.0, -0.5' },
			{ field: 'film', description: '', focus: '' },
		];
		const [post] = await scene.run({ ...create, text: '', options: { media: { files } } }, { binary });
		expect(post?.media).toMatchObject([
			{ type: 'image', description: 'A schwarze Katze, größer als gedacht' },
			{ type: 'video', description: null },
		]);
		const [mine] = scene.me.posts;
		expect(mine?.media).toMatchObject([
			{ bytes: PNG.length, mimeType: 'image/png', focus: '0,-0.5' },
			{ bytes: 100_000, mimeType: 'video/mp4', focus: null },
		]);
	});

	it('uploads to servers that have the first version of the endpoint alone', async () => {
		scene.sandbox.faults.add({
			kind: 'status',
			status: 404,
			body: { error: 'x' },
			match: { path: '/api/v2/media' },
		});
		const binary = { data: { bytes: PNG, mimeType: 'image/png', fileName: 'cat.png' } };
		const options = { media: { files: [{ field: 'data' }] } };
		const [post] = await scene.run({ ...create, text: 'Cat', options }, { binary });
		expect(post?.media).toHaveLength(1);
	});

	it('waits for a file that the server still works on', async () => {
		const { faults } = scene.sandbox;
		faults.add({
			kind: 'status',
			status: 202,
			body: { id: '5', url: null },
			match: { path: '/api/v2/media' },
		});
		faults.add({ kind: 'status', status: 206, body: { id: '5' }, match: { path: '/api/v1/media/5' } });
		faults.add({ kind: 'status', status: 200, body: { id: '5' }, match: { path: '/api/v1/media/5' } });
		faults.add({
			kind: 'status',
			status: 200,
			body: { id: '9', content: '' },
			match: { path: '/api/v1/statuses' },
		});
		const binary = { data: { bytes: PNG, mimeType: 'image/png', fileName: 'cat.png' } };
		await scene.run({ ...create, text: '', options: { media: { files: [{ field: 'data' }] } } }, { binary });
		expect(bodies()).toEqual([{ status: '', media_ids: ['5'] }]);
	});

	it('makes a poll of one choice a line', async () => {
		const question = { choices: 'Yes\n\n No ', hours: 48, multiple: true, hideTotals: true };
		const [post] = await scene.run({
			...create,
			text: 'Cats?',
			options: { poll: { question } },
			simplify: false,
		});
		expect(post?.poll).toMatchObject({ options: [{ title: 'Yes' }, { title: 'No' }], multiple: true });
		expect(bodies()).toMatchObject([{ poll: { expires_in: 172_800, hide_totals: true } }]);
	});

	it('schedules in the time zone of the workflow', async () => {
		const day = new Date(Date.now() + 400 * DAY).getUTCFullYear();
		const summer = { scheduledAt: `${day}-07-01T18:00:00` };
		const winter = { scheduledAt: `${day}-12-24 18:00` };
		const given = { scheduledAt: `${day}-12-24T18:00:00+05:00` };
		for (const options of [summer, winter, given]) await scene.run({ ...create, text: 'Later', options });
		expect(bodies().map(({ scheduled_at: at }) => at)).toEqual([
			`${day}-07-01T16:00:00.000Z`,
			`${day}-12-24T17:00:00.000Z`,
			`${day}-12-24T13:00:00.000Z`,
		]);
		expect(scene.me.posts.size).toBe(0);
	});

	it('writes one post when n8n tries an item again, and another one in another execution', async () => {
		const parameters = { ...create, text: 'Once' };
		const [first] = await scene.run(parameters);
		const [again] = await scene.run(parameters);
		const [next] = await scene.run(parameters, { executionId: '8' });
		expect(again?.id).toBe(first?.id);
		expect(next?.id).not.toBe(first?.id);
	});

	it('writes two posts for two items of the same text', async () => {
		const parameters = { ...create, text: 'Twice' };
		await scene.run([parameters, parameters]);
		expect(scene.me.posts.size).toBe(2);
	});

	it.each([
		[
			'no text and no file',
			{ text: ' ' },
			'Enter a text, or add a file under Media: a post needs one of them.',
		],
		[
			'a poll of one choice',
			{ text: 'x', options: { poll: { question: { choices: 'Yes' } } } },
			'A poll needs two choices',
		],
		['a time that is none', { text: 'x', options: { scheduledAt: 'soon' } }, '"soon" is no date and time'],
		['a reply to nothing', { text: 'x', options: { replyTo: 'a b' } }, '"a b" is no ID of a post'],
		[
			'a missing file',
			{ text: 'x', options: { media: { files: [{ field: 'data' }] } } },
			"expects the binary field 'data'",
		],
		[
			'a text that is too long',
			{ text: 'x'.repeat(501) },
			'refused the request for the new post (status 422: Validation failed: Text character limit of 500 exceeded).',
		],
	])('refuses %s in one sentence', async (_what, parameters, sentence) => {
		await expect(scene.run({ ...create, ...parameters })).rejects.toThrow(sentence);
	});

	it('refuses a focus that is no point', async () => {
		const binary = { data: { bytes: PNG, mimeType: 'image/png', fileName: 'cat.png' } };
		const options = { media: { files: [{ field: 'data', focus: '2,0' }] } };
		await expect(scene.run({ ...create, text: '', options }, { binary })).rejects.toThrow(
			'"2,0" is no focus',
		);
	});
});
