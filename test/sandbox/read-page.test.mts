import { describe, expect, it } from '@jest/globals';
import type { CursorRules } from './profile.mts';
import { mastodon, portable, snac } from './profiles.mts';
import { readPage } from './read-page.mts';
import type { Cursors } from './read-page.mts';

const rows = ['9', '8', '7', '6', '5', '4', '3', '2', '1'].map((id) => ({ id }));
const page = (cursors: Cursors, rules: CursorRules = mastodon.cursors, limit = 3) =>
	readPage(rows, cursors, rules, limit)
		.map(({ id }) => id)
		.join('');

describe('readPage', () => {
	it('gives the newest rows without a cursor', () => {
		expect(page({})).toBe('987');
	});

	it('goes down from max_id', () => {
		expect(page({ maxId: '7' })).toBe('654');
	});

	it('gives the rows directly above min_id, newest first', () => {
		expect(page({ minId: '2' })).toBe('543');
	});

	it('leaves a gap above since_id when there are more rows than fit', () => {
		expect(page({ sinceId: '2' })).toBe('987');
	});

	it('stops at since_id when there are fewer rows than fit', () => {
		expect(page({ sinceId: '7' })).toBe('98');
	});

	it('lets min_id win over since_id', () => {
		expect(page({ minId: '2', sinceId: '8' })).toBe('543');
	});

	it('reads between max_id and min_id, from below', () => {
		expect(page({ maxId: '8', minId: '2' })).toBe('543');
		expect(page({ maxId: '5', minId: '2' })).toBe('43');
	});

	it('takes cursors that are in no list', () => {
		expect(readPage([{ id: '20' }, { id: '9' }], { maxId: '15' }, mastodon.cursors, 5)).toEqual([
			{ id: '9' },
		]);
	});

	it('gives nothing for a crossed pair of cursors or a limit of 0', () => {
		expect(page({ maxId: '2', minId: '5' })).toBe('');
		expect(page({ maxId: '2', sinceId: '5' })).toBe('');
		expect(page({}, mastodon.cursors, 0)).toBe('');
		expect(page({ minId: '2' }, mastodon.cursors, 0)).toBe('');
	});

	it('ignores upward cursors where the server does', () => {
		expect(page({ minId: '2' }, portable.cursors)).toBe('987');
		expect(page({ sinceId: '8' }, portable.cursors)).toBe('987');
	});

	it('gives a contiguous page oldest first where the server does', () => {
		expect(page({ minId: '2' }, { ...mastodon.cursors, upward: 'oldest-first' })).toBe('345');
	});

	it('finds nothing below or above a cursor that has gone, where cursors are positions', () => {
		expect(page({ maxId: 'gone' }, snac.cursors)).toBe('');
		expect(page({ minId: 'gone' }, snac.cursors)).toBe('');
		expect(page({ sinceId: 'gone' }, snac.cursors)).toBe('987');
	});

	it('pages by position like by id while the cursor is there', () => {
		expect(page({ maxId: '7' }, snac.cursors)).toBe('654');
		expect(page({ minId: '2' }, snac.cursors)).toBe('543');
		expect(page({ sinceId: '7' }, snac.cursors)).toBe('98');
	});
});
