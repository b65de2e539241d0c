import { gotosocial, mastodon, portable } from '../../sandbox/profiles.mts';
import type { StoryKind } from './story.mts';

/** A server that boosts once, and two that boost twice when asked twice: one of them tells nothing. */
const KINDS: readonly StoryKind[] = [
	{ profile: mastodon, chapter: 'first run', store: 'cache' },
	{ profile: gotosocial, chapter: 'later run', store: 'cache' },
	{ profile: gotosocial, chapter: 'later run', store: 'file' },
	{ profile: portable, chapter: 'first run', store: 'cache' },
	{ profile: portable, chapter: 'later run', store: 'cache' },
];

/** For the long form alone: what the others cover for the most part. */
const MORE_KINDS: readonly StoryKind[] = [
	{ profile: mastodon, chapter: 'later run', store: 'cache' },
	{ profile: mastodon, chapter: 'later run', store: 'file' },
	{ profile: gotosocial, chapter: 'first run', store: 'cache' },
	{ profile: gotosocial, chapter: 'first run', store: 'file' },
	{ profile: portable, chapter: 'first run', store: 'file' },
	{ profile: portable, chapter: 'later run', store: 'file' },
];

export function storyKinds(factor: number): readonly StoryKind[] {
	return factor > 1 ? [...KINDS, ...MORE_KINDS] : KINDS;
}

export function nameOf({ profile, chapter, store }: StoryKind): string {
	const { name } = profile.software;
	const server = name === 'somethingelse' ? 'portable' : name;
	return `${server}, ${chapter}, state in ${store === 'cache' ? 'the cache' : 'a file'}`;
}
