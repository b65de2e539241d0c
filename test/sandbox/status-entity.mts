import type { Account } from './account.mts';
import { accountEntity } from './account-entity.mts';
import { hashtagUrl } from './hashtag-entity.mts';
import { mediaEntity } from './media-entity.mts';
import { pollEntity } from './poll-entity.mts';
import type { Post } from './post.mts';
import type { World } from './world.mts';

type Entity = Record<string, unknown>;

/** The Mastodon `Status` entity as `viewer` sees it; in a tag timeline some servers leave out what they know. */
export function statusEntity(
	post: Post,
	viewer: Account | null,
	world: World,
	place?: 'tag timeline',
): Entity {
	const original = post.boostOf ?? post;
	const entity = plain(original, viewer, world, place);
	if (post.boostOf !== undefined) return wrapper(post, entity, world);
	// snac makes a wrapper of any boosted post, under the post's own id and without content.
	const boost = world.profile.timeline.boosts === 'same-id' ? original.boostedBy.at(-1) : undefined;
	return boost === undefined ? entity : { ...wrapper(boost, entity, world), id: original.id, content: '' };
}

function wrapper(boost: Post, entity: Entity, world: World): Entity {
	return {
		...entity,
		id: boost.id,
		uri: boost.uri,
		url: boost.uri,
		created_at: new Date(boost.createdAt).toISOString(),
		account: accountEntity(boost.account, world),
		visibility: boost.visibility,
		media_attachments: [],
		reblog: entity,
	};
}

function plain(post: Post, viewer: Account | null, world: World, place: 'tag timeline' | undefined): Entity {
	const replied = post.inReplyTo === undefined ? undefined : world.store.posts.get(post.inReplyTo);
	return {
		id: post.id,
		uri: post.uri,
		url: post.url,
		created_at: new Date(post.createdAt).toISOString(),
		edited_at: post.editedAt === undefined ? null : new Date(post.editedAt).toISOString(),
		account: accountEntity(post.account, world),
		content: post.content,
		visibility: post.visibility,
		sensitive: post.sensitive,
		spoiler_text: post.spoilerText,
		language: post.language,
		in_reply_to_id: post.inReplyTo ?? null,
		in_reply_to_account_id: replied?.account.id ?? null,
		media_attachments: post.media.map((media) => mediaEntity(media, world)),
		mentions: [],
		tags: post.hashtags.map((name) => ({ name, url: hashtagUrl(name, world) })),
		emojis: [],
		reblogs_count: post.boosts + post.boostedBy.length,
		favourites_count: post.favourites,
		replies_count: post.replies,
		quotes_count: 0,
		reblog: null,
		quote: null,
		card: null,
		poll: post.poll === undefined ? null : pollEntity(post.id, post.poll, world),
		...flags(post, viewer, world, place),
	};
}

/** What the post is to the reader: left out, or false, where nobody is reading. */
function flags(post: Post, viewer: Account | null, world: World, place: 'tag timeline' | undefined): Entity {
	const { anonymousFlags } = world.profile.entities;
	if (viewer === null && anonymousFlags === 'absent') return {};
	const known: Entity = {
		favourited: viewer?.favourites.has(post.id) ?? false,
		reblogged: post.boostedBy.some(({ account }) => account.id === viewer?.id),
		bookmarked: viewer?.bookmarks.has(post.id) ?? false,
		muted: false,
		filtered: viewer === null ? [] : filterResults(post),
	};
	if (viewer !== null && viewer.id === post.account.id) known.pinned = false;
	const { timeline, entities } = world.profile;
	const rule = place === undefined ? entities.reblogged : timeline.reblogged;
	if (rule === 'null') known.reblogged = null;
	if (rule === 'false') known.reblogged = false;
	if (rule === 'absent') delete known.reblogged;
	return known;
}

function filterResults({ filtered }: Post): Entity[] {
	if (filtered === undefined) return [];
	const filter = {
		id: '1',
		title: 'Sandbox',
		context: ['public'],
		expires_at: null,
		filter_action: filtered,
	};
	return [{ filter, keyword_matches: ['sandbox'], status_matches: null }];
}
