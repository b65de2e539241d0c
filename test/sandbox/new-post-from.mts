import { ApiError } from './api-error.mts';
import type { Call } from './call.mts';
import { isRecord } from './params.mts';
import type { NewPost, Poll } from './post.mts';
import type { Visibility } from './profile.mts';
import type { World } from './world.mts';

const visibilities: readonly string[] = ['public', 'unlisted', 'private', 'direct'];
const soonest = 5 * 60_000;

/** Reads the parameters of `POST /api/v1/statuses`. `scheduledAt` in ms, null to post now. */
export function newPostFrom(call: Call, world: World): { post: NewPost; scheduledAt: number | null } {
	const text = call.text('status') ?? '';
	const media = call.list('media_ids').map((id) => {
		const found = world.store.media.get(id);
		if (found === undefined) throw new ApiError(404, 'Record not found');
		return found;
	});
	if (text === '' && media.length === 0) throw new ApiError(422, "Validation failed: Text can't be blank");
	if ([...text].length > 500)
		throw new ApiError(422, 'Validation failed: Text character limit of 500 exceeded');
	const visibility = call.text('visibility') ?? call.user.defaultVisibility;
	if (!visibilities.includes(visibility)) {
		throw new ApiError(422, 'Validation failed: Visibility is not included in the list');
	}
	const inReplyTo = call.text('in_reply_to_id');
	if (inReplyTo !== undefined && !world.store.posts.has(inReplyTo))
		throw new ApiError(404, 'Record not found');
	const poll = pollFrom(call, world.now());
	const post: NewPost = {
		account: call.user,
		text,
		hashtags: [...text.matchAll(/#([\p{L}\p{M}\p{N}_]*[\p{L}_][\p{L}\p{M}\p{N}_]*)/gu)].map(
			([, name = '']) => name,
		),
		visibility: visibility as Visibility,
		sensitive: call.flag('sensitive'),
		spoilerText: call.text('spoiler_text') ?? '',
		language: call.text('language') ?? 'en',
		media,
		...(inReplyTo === undefined ? {} : { inReplyTo }),
		...(poll === undefined ? {} : { poll }),
	};
	return { post, scheduledAt: scheduledAtFrom(call, world.now()) };
}

function pollFrom(call: Call, now: number): Poll | undefined {
	const { poll } = call.params;
	if (!isRecord(poll)) return undefined;
	const options = Array.isArray(poll.options) ? poll.options.map(String) : [];
	const seconds = Number(poll.expires_in);
	if (options.length < 2) throw new ApiError(422, 'Validation failed: Poll must have more than one item');
	if (!(seconds >= 300)) throw new ApiError(422, 'Validation failed: Poll duration is too short');
	return { options, expiresAt: now + seconds * 1000, multiple: String(poll.multiple) === 'true' };
}

function scheduledAtFrom(call: Call, now: number): number | null {
	const text = call.text('scheduled_at');
	if (text === undefined) return null;
	const time = Date.parse(text);
	if (!(time >= now + soonest)) {
		throw new ApiError(422, 'Validation failed: Scheduled at The scheduled date must be in the future');
	}
	return time;
}
