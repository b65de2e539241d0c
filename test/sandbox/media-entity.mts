import type { Media } from './post.mts';
import type { World } from './world.mts';

/** The Mastodon `MediaAttachment` entity. */
export function mediaEntity(media: Media, world: World): Record<string, unknown> {
	const url = `${world.url}/media/${media.id}`;
	const [x, y] = (media.focus ?? '').split(',').map(Number);
	return {
		id: media.id,
		type: media.type,
		url,
		preview_url: url,
		remote_url: null,
		meta: x === undefined || y === undefined ? {} : { focus: { x, y } },
		description: media.description,
		blurhash: null,
	};
}
