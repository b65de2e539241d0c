import { compareIds } from './compare-ids.mts';
import type { CursorRules } from './profile.mts';

export interface Cursors {
	readonly maxId?: string | undefined;
	readonly sinceId?: string | undefined;
	readonly minId?: string | undefined;
}

/**
 * The page of `rows` (newest first) that the cursors ask for, as the server's rules read them. A contiguous page
 * holds the rows directly above its cursor; a floor gives the newest rows and leaves a gap when there are more.
 */
export function readPage<Row extends { readonly id: string }>(
	rows: readonly Row[],
	cursors: Cursors,
	rules: CursorRules,
	limit: number,
): Row[] {
	const byMin = cursors.minId !== undefined && rules.minId !== 'ignored';
	const bySince = !byMin && cursors.sinceId !== undefined && rules.sinceId !== 'ignored';
	const lower = byMin ? cursors.minId : bySince ? cursors.sinceId : undefined;
	const contiguous = (byMin ? rules.minId : bySince ? rules.sinceId : 'floor') === 'contiguous';

	const start = cursors.maxId === undefined ? 0 : below(rows, cursors.maxId, rules);
	const end = lower === undefined ? rows.length : floor(rows, lower, rules, contiguous);
	if (!contiguous) return rows.slice(start, Math.max(start, Math.min(end, start + limit)));
	const page = rows.slice(Math.max(start, end - limit), Math.max(start, end));
	return rules.upward === 'oldest-first' ? page.reverse() : page;
}

/** Index of the first row under `id`. By position, a cursor that isn't there is never passed. */
function below(rows: readonly { readonly id: string }[], id: string, rules: CursorRules): number {
	if (rules.compare === 'id')
		return orEnd(
			rows,
			rows.findIndex((row) => compareIds(row.id, id) < 0),
		);
	return (
		orEnd(
			rows,
			rows.findIndex((row) => row.id === id),
		) + 1
	);
}

/** Index after the last row above `id`. By position, reading upward has to begin at a row that is there. */
function floor(
	rows: readonly { readonly id: string }[],
	id: string,
	rules: CursorRules,
	contiguous: boolean,
): number {
	if (rules.compare === 'id')
		return orEnd(
			rows,
			rows.findIndex((row) => compareIds(row.id, id) <= 0),
		);
	const index = rows.findIndex((row) => row.id === id);
	return index < 0 && contiguous ? 0 : orEnd(rows, index);
}

function orEnd(rows: readonly unknown[], index: number): number {
	return index < 0 ? rows.length : index;
}
