import type { Poll } from './post.mts';
import type { World } from './world.mts';

/** The Mastodon `Poll` entity; nobody votes here. */
export function pollEntity(id: string, poll: Poll, world: World): Record<string, unknown> {
	return {
		id,
		expires_at: new Date(poll.expiresAt).toISOString(),
		expired: poll.expiresAt <= world.now(),
		multiple: poll.multiple,
		votes_count: 0,
		voters_count: 0,
		options: poll.options.map((title) => ({ title, votes_count: 0 })),
		emojis: [],
	};
}
