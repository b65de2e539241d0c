import { ApiError } from './api-error.mts';
import type { Call } from './call.mts';
import type { CursorRules } from './profile.mts';
import { cursorsOf } from './tag-timeline.mts';

/** Refuses cursors the server wouldn't take; true when an upward cursor is too old to give anything. */
export function checkCursors(call: Call, rules: CursorRules, now: number): boolean {
	const { maxId, sinceId, minId } = cursorsOf(call);
	if (rules.minWithSince === 'refused' && minId !== undefined && sinceId !== undefined) {
		throw new ApiError(400, 'Can only use either since_id or min_id');
	}
	for (const cursor of [maxId, sinceId, minId]) {
		if (cursor === undefined || rules.pattern === null || rules.pattern.test(cursor)) continue;
		throw new ApiError(400, 'Invalid cursor');
	}
	// Only snowflakes tell their age, and only their server has this rule.
	return rules.maxAge !== null && minId !== undefined && Number(BigInt(minId) >> 16n) < now - rules.maxAge;
}
