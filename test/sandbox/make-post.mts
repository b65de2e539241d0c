import { escapeHtml } from './escape-html.mts';
import type { Media, NewPost, Post } from './post.mts';
import type { Store } from './store.mts';

/** A post with every default filled in. `arrival` counts the posts the server has taken in. */
export function makePost(given: NewPost, store: Store, arrival: number, boostOf: Post | undefined): Post {
	const account = store.account(given.account);
	const createdAt = given.createdAt ?? store.now();
	const arrivedAt = typeof given.arrivedAt === 'number' ? given.arrivedAt : createdAt;
	const id = store.ids.next(store.profile.ids.from === 'created' ? createdAt : arrivedAt);
	const hashtags = given.hashtags ?? [];
	const text = given.text ?? hashtags.map((name) => `#${name.replace(/^#/, '')}`).join(' ');
	return {
		id,
		uri: given.uri ?? `${account.uri}/statuses/${id}${boostOf === undefined ? '' : '/activity'}`,
		url: given.url ?? `${account.url}/${id}`,
		account,
		arrivedAt,
		arrival,
		createdAt,
		editedAt: undefined,
		content: given.content ?? `<p>${escapeHtml(text)}</p>`,
		text,
		hashtags: [...new Set(hashtags.map((name) => store.normalise(name)))],
		visibility: given.visibility ?? 'public',
		sensitive: given.sensitive ?? false,
		spoilerText: given.spoilerText ?? '',
		language: given.language === undefined ? 'en' : given.language,
		inReplyTo: given.inReplyTo,
		media: typeof given.media === 'number' ? images(given.media, store) : (given.media ?? []),
		poll: given.poll,
		favourites: given.favourites ?? 0,
		boosts: given.boosts ?? 0,
		filtered: given.filtered,
		known: given.known ?? true,
		boostOf,
		replies: 0,
		boostedBy: [],
	};
}

function images(count: number, store: Store): Media[] {
	return Array.from({ length: count }, () => {
		const id = store.ids.next(store.now());
		return { id, type: 'image', mimeType: 'image/png', bytes: 0, description: null, focus: null };
	});
}
