import type { Account } from './account.mts';
import type { World } from './world.mts';

const day = 86_400_000;

/** The Mastodon `Tag` entity with a week of history; `following` needs a reader. */
export function hashtagEntity(name: string, viewer: Account | null, world: World): Record<string, unknown> {
	const today = Math.floor(world.now() / day);
	const posts = [...(world.store.hashtags.get(name) ?? [])];
	const history = Array.from({ length: 7 }, (_, back) => {
		const uses = posts.filter((post) => Math.floor(post.createdAt / day) === today - back);
		const accounts = new Set(uses.map((post) => post.account.id)).size;
		return {
			day: String(((today - back) * day) / 1000),
			uses: String(uses.length),
			accounts: String(accounts),
		};
	});
	return {
		id: String([...world.store.hashtags.keys()].indexOf(name) + 1),
		name,
		url: hashtagUrl(name, world),
		history,
		...(viewer === null ? {} : { following: viewer.followedTags.has(name), featuring: false }),
	};
}

export function hashtagUrl(name: string, world: World): string {
	return `${world.url}/tags/${encodeURIComponent(name)}`;
}
