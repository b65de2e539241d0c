import type { Account } from '../../core/mastodon/account';
import type { Status } from '../../core/mastodon/status';
import { NOON } from './fake-clock.mts';

const DAY = 86_400_000;

/** An author who agrees to everything. */
export function makeAccount(changes: Partial<Account> = {}): Account {
	return {
		id: '7',
		acct: 'ada@remote.example',
		url: 'https://remote.example/@ada',
		displayName: 'Ada',
		note: '<p>I write programs.</p>',
		fields: [],
		bot: false,
		createdAt: NOON - 1000 * DAY,
		discoverable: true,
		indexable: true,
		noindex: undefined,
		moved: false,
		limited: false,
		suspended: false,
		...changes,
	};
}

/** A public post about cats, an hour old, that nothing stands against. */
export function makeStatus(changes: Partial<Status> = {}): Status {
	const { id = '100' } = changes;
	return {
		id,
		uri: `https://remote.example/posts/${id}`,
		url: `https://remote.example/@ada/${id}`,
		createdAt: NOON - 3_600_000,
		visibility: 'public',
		language: 'en',
		sensitive: false,
		isReply: false,
		mediaCount: 0,
		favouritesCount: 0,
		reblogsCount: 0,
		hashtags: ['cats'],
		reblogged: false,
		muted: false,
		hiddenByFilter: false,
		reblog: undefined,
		account: makeAccount(),
		raw: {},
		...changes,
	};
}

type Entity = Record<string, unknown>;

/** The JSON of an account, as Mastodon writes it. */
export function accountJson(changes: Entity = {}): Entity {
	return {
		id: '7',
		username: 'ada',
		acct: 'ada@remote.example',
		url: 'https://remote.example/@ada',
		display_name: 'Ada',
		note: '<p>I write programs.</p>',
		fields: [],
		bot: false,
		created_at: '2023-06-14T00:00:00.000Z',
		discoverable: true,
		indexable: true,
		...changes,
	};
}

/** The JSON of a status, as Mastodon writes it. */
export function statusJson(changes: Entity = {}): Entity {
	const { id = '100' } = changes;
	return {
		id,
		uri: `https://remote.example/posts/${String(id)}`,
		url: `https://remote.example/@ada/${String(id)}`,
		created_at: new Date(NOON - 3_600_000).toISOString(),
		visibility: 'public',
		language: 'en',
		sensitive: false,
		spoiler_text: '',
		in_reply_to_id: null,
		media_attachments: [],
		favourites_count: 0,
		reblogs_count: 0,
		tags: [{ name: 'cats', url: 'https://here.example/tags/cats' }],
		reblogged: false,
		muted: false,
		filtered: [],
		reblog: null,
		account: accountJson(),
		...changes,
	};
}
