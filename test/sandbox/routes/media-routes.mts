import { ApiError } from '../api-error.mts';
import type { Call } from '../call.mts';
import { mediaEntity } from '../media-entity.mts';
import type { Media } from '../post.mts';
import { jsonReply } from '../reply.mts';
import type { Route } from '../route.mts';
import { route } from '../route.mts';
import type { World } from '../world.mts';

/** Uploads keep their length and description, not their bytes. */
export function mediaRoutes(world: World): Route[] {
	const { store } = world;
	const mediaOf = (call: Call) => {
		const media = store.media.get(call.segment('id'));
		if (media === undefined) throw new ApiError(404, 'Record not found');
		return media;
	};

	const upload = (call: Call) => {
		const file = call.request.files.find(({ field }) => field === 'file');
		if (file === undefined) throw new ApiError(422, "Validation failed: File can't be blank");
		const media: Media = {
			id: store.ids.next(world.now()),
			type: typeOf(file.mimeType),
			mimeType: file.mimeType,
			bytes: file.bytes,
			description: call.text('description') ?? null,
			focus: call.text('focus') ?? null,
		};
		store.media.set(media.id, media);
		return jsonReply(mediaEntity(media, world));
	};
	const update = (call: Call) => {
		const media = mediaOf(call);
		media.description = call.text('description') ?? media.description;
		media.focus = call.text('focus') ?? media.focus;
		return jsonReply(mediaEntity(media, world));
	};
	return [
		route('POST /api/v2/media', 'user write:media', upload),
		route('POST /api/v1/media', 'user write:media', upload),
		route('GET /api/v1/media/:id', 'user write:media', (call) =>
			jsonReply(mediaEntity(mediaOf(call), world)),
		),
		route('PUT /api/v1/media/:id', 'user write:media', update),
	];
}

function typeOf(mimeType: string): Media['type'] {
	const kind = mimeType.split('/')[0];
	return kind === 'image' || kind === 'video' || kind === 'audio' ? kind : 'unknown';
}
