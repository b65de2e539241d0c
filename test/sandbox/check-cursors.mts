import { ApiError } from './api-error.mts';
import type { Call } from './call.mts';
import { snowflakeTime } from './id-generator.mts';
import type { Profile } from './profile.mts';
import { cursorsOf } from './tag-timeline.mts';

/** Refuses cursors the server wouldn't take; true when an upward cursor is too old to give anything. */
export function checkCursors(call: Call, { cursors: rules, ids }: Profile, now: number): boolean {
	const { maxId, sinceId, minId } = cursorsOf(call);
	if (rules.minWithSince === 'refused' && minId !== undefined && sinceId !== undefined) {
		throw new ApiError(400, 'Can only use either since_id or min_id');
	}
	for (const cursor of [maxId, sinceId, minId]) {
		if (cursor === undefined || rules.pattern === null || rules.pattern.test(cursor)) continue;
		throw new ApiError(400, 'Invalid cursor');
	}
	if (rules.maxAge === null || minId === undefined) return false;
	if (ids.kind !== 'snowflake' && ids.kind !== 'pixelfed') throw new Error('Only snowflakes tell their age');
	return snowflakeTime(ids.kind, minId) < now - rules.maxAge;
}
