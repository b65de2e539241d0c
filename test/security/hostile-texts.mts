import type { Answer, Asked, Rewrite } from './rewriting-server.mts';

type Status = Record<string, any>;

/** Puts a text into one place of a post. */
const POST_FIELDS: Readonly<Record<string, (status: Status, text: string) => void>> = {
	content: (status, text) => (status.content = text),
	'content warning': (status, text) => (status.spoiler_text = text),
	uri: (status, text) => (status.uri += text),
	url: (status, text) => (status.url = text),
	'path of the url': (status, text) => (status.url = `https://far.example/@a/${text}`),
	'host of the url': (status, text) => (status.url = `https://${text}`),
	'query of the url': (status, text) => (status.url = `https://far.example/?a=1&copy=${text}`),
	language: (status, text) => (status.language = text),
	visibility: (status, text) => (status.visibility = text),
	'time of writing': (status, text) => (status.created_at = text),
	'id answered to': (status, text) => (status.in_reply_to_id = text),
	'further hashtag': (status, text) => status.tags.push({ name: text, url: text }),
	'address of a hashtag': (status, text) => (status.tags[0].url = text),
	'name of a filter': (status, text) =>
		(status.filtered = [{ filter: { title: text, filter_action: 'warn' } }]),
	application: (status, text) => (status.application = { name: text, website: text }),
	attachment: (status, text) =>
		(status.media_attachments = [{ id: '1', type: text, url: text, description: text }]),
	poll: (status, text) => (status.poll = { id: text, options: [{ title: text }] }),
	card: (status, text) => (status.card = { url: text, title: text, html: text }),
	mention: (status, text) => (status.mentions = [{ id: '1', acct: text, url: text }]),
	'handle of the author': (status, text) => (status.account.acct = text),
	'host of the author': (status, text) => (status.account.acct = `a@${text}`),
	'username of the author': (status, text) => (status.account.username = text),
	'name of the author': (status, text) => (status.account.display_name = text),
	'biography of the author': (status, text) => (status.account.note = text),
	'address of the author': (status, text) => (status.account.url = text),
	'profile field of the author': (status, text) => (status.account.fields = [{ name: text, value: text }]),
	'id of the author': (status, text) => (status.account.id = text),
	'id of the post': (status, text) => (status.id = text),
};
/** What the server answers when a post of its own is to be boosted. */
const REFUSALS: Readonly<Record<string, (text: string) => Partial<Answer>>> = {
	'error of a boost': (text) => ({ status: 403, body: JSON.stringify({ error: text }) }),
	'description of an error': (text) => ({
		status: 400,
		body: JSON.stringify({ error: 'x', error_description: text }),
	}),
	'error of the server': (text) => ({ status: 500, body: JSON.stringify({ error: text }) }),
	'page of a proxy': (text) => ({ status: 502, body: text }),
	'target of a redirect': (text) => ({ status: 302, headers: { location: latin(text) }, body: '' }),
};
const HEADERS = [
	'retry-after',
	'date',
	'x-ratelimit-limit',
	'x-ratelimit-remaining',
	'x-ratelimit-reset',
	'link',
	'server',
];

/** How many places of posts and of answers to boosts get every text. */
export const PLACES = Object.keys(POST_FIELDS).length + Object.keys(REFUSALS).length;

export interface HostileTexts {
	readonly rewrite: Rewrite;
	/** All posts that the server showed, as it showed them. */
	readonly posts: () => readonly Status[];
}

/** A server all of whose texts are hostile. The run ends with a failure, so that this is shown, too. */
export function hostileTexts(texts: readonly string[]): HostileTexts {
	const refusals = new Map<string, Partial<Answer>>();
	let posts: Status[] = [];
	let asked = 0;
	const [first = '', second = first] = texts;

	const made = (base: Status): Status[] => {
		const copies: Status[] = [];
		const copy = (): Status => {
			const at = Date.now() - 3_600_000 + copies.length * 1000;
			const status = structuredClone(base);
			status.id = String(BigInt(at) << 16n);
			Object.assign(status, {
				uri: `https://far.example/${status.id}`,
				url: `https://far.example/@a/${status.id}`,
			});
			status.created_at = new Date(at).toISOString();
			copies.push(status);
			return status;
		};
		for (const text of texts) {
			for (const put of Object.values(POST_FIELDS)) put(copy(), text);
			for (const refusal of Object.values(REFUSALS)) refusals.set(copy().id, refusal(text));
		}
		refusals.set(copy().id, { status: 401, body: '{}' });
		return copies.reverse();
	};

	const body = (answer: Answer, { method, path }: Asked): Partial<Answer> => {
		if (path.includes('/timelines/tag/')) {
			if (posts.length > 0) return { body: '[]' };
			posts = made((JSON.parse(answer.body) as Status[])[0]!);
			return { body: JSON.stringify(posts) };
		}
		const id = /\/statuses\/([^/?]+)/.exec(path)?.[1];
		if (id !== undefined) {
			const status = posts.find((post) => post.id === decodeURIComponent(id));
			return (
				refusals.get(id) ?? { status: 200, body: JSON.stringify(method === 'POST' ? { ...status } : status) }
			);
		}
		if (path.endsWith('/verify_credentials') && asked++ > 0) {
			return { status: 403, body: JSON.stringify({ error: second }) };
		}
		if (/nodeinfo\/2/.test(path))
			return {
				body: JSON.stringify({ software: { name: 'mastodon', version: first } }),
			};
		return {};
	};
	const headers = Object.fromEntries(HEADERS.map((name) => [name, latin(first)]));
	return {
		posts: () => posts,
		rewrite: (answer, request) => {
			const { headers: own, ...more } = body(answer, request);
			return {
				...answer,
				...more,
				statusText: latin(first),
				headers: { ...answer.headers, ...headers, ...own },
			};
		},
	};
}

/** As a header can carry it: its bytes, without those that Node refuses to send. */
function latin(text: string): string {
	return Buffer.from(text)
		.toString('latin1')
		.replace(/[\0-\x08\x0a-\x1f\x7f]/g, ' ');
}
