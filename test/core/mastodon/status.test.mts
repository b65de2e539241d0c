import { describe, expect, it } from '@jest/globals';
import { WrongShapeError } from '../../../core/mastodon/shape';
import { statusFrom, statusPage } from '../../../core/mastodon/status';
import { makeStatus, statusJson } from '../../fakes/make-status.mts';

const parse = (changes: Record<string, unknown>) => statusFrom(statusJson(changes), 'the status');

describe('statusFrom', () => {
	it('reads what Mastodon writes', () => {
		expect(parse({})).toMatchObject({ ...makeStatus(), account: { acct: 'ada@remote.example' } });
	});

	it('makes do with what every server gives', () => {
		const status = statusFrom(
			{
				id: '1',
				uri: 'x:1',
				created_at: '2026-03-10T11:00:00Z',
				account: { id: '7', acct: 'ada' },
				visibility: 'public',
				tags: [],
			},
			'the status',
		);
		expect(status).toMatchObject({
			url: undefined,
			visibility: 'public',
			language: undefined,
			sensitive: false,
			isReply: false,
			mediaCount: 0,
			hashtags: [],
			reblogged: undefined,
			reblog: undefined,
		});
	});

	it.each([
		[{ sensitive: true }, true],
		[{ spoiler_text: 'eye contact' }, true],
		[{ spoiler_text: '', sensitive: false }, false],
		[{ spoiler_text: null, sensitive: null }, false],
	])('reads from %j whether a post is sensitive', (changes, sensitive) => {
		expect(parse(changes).sensitive).toBe(sensitive);
	});

	it('reads counts that make no sense as none', () => {
		const { favouritesCount, reblogsCount } = parse({ favourites_count: -3, reblogs_count: '7' });
		expect([favouritesCount, reblogsCount]).toEqual([0, 0]);
	});

	it('writes languages in lower case', () => {
		expect(parse({ language: 'pt-BR' }).language).toBe('pt-br');
	});

	it('knows a filter that hides from one that warns', () => {
		const filtered = (action: string) => [{ filter: { filter_action: action } }];
		expect(parse({ filtered: filtered('hide') }).hiddenByFilter).toBe(true);
		expect(parse({ filtered: filtered('warn') }).hiddenByFilter).toBe(false);
		expect(parse({ filtered: [null, {}] }).hiddenByFilter).toBe(false);
	});

	it('reads null flags as not told', () => {
		expect(parse({ reblogged: null }).reblogged).toBeUndefined();
	});

	it('reads the boosted post of a boost', () => {
		expect(parse({ id: '9', reblog: statusJson({ id: '5' }) })).toMatchObject({
			id: '9',
			reblog: { id: '5' },
		});
	});

	it.each([
		[{ id: undefined }, 'the status.id is not a text'],
		[{ id: 5 }, 'the status.id is not a text'],
		[{ uri: '' }, 'the status.uri is not a text'],
		[{ created_at: 'yesterday' }, 'the status.created_at is not a time'],
		[{ account: null }, 'the status.account is not an object'],
		[{ account: { id: '7' } }, 'the status.account.acct is not a text'],
		[{ visibility: undefined }, 'the status.visibility is not a text'],
		[{ tags: undefined }, 'the status.tags is not a list'],
		[{ tags: ['cats'] }, 'the status.tags[] is not an object'],
		[{ tags: [{}] }, 'the status.tags[].name is not a text'],
		[{ reblog: {} }, 'the status.reblog.id is not a text'],
	])('names the field that is wrong in %j', (changes, message) => {
		expect(() => parse(changes)).toThrow(WrongShapeError);
		expect(() => parse(changes)).toThrow(message);
	});

	it.each(['.', '..', 'a/b', 'a b', 'a?b', '\ud800', 'é', 'a\n', '1'.repeat(201)])(
		'takes no id that cannot stand in a path: %j',
		(id) => {
			expect(() => parse({ id })).toThrow(new WrongShapeError('the status.id', 'an id'));
		},
	);

	it.each(['1', '01HXYZ', '017f22e2-79b0-7000-8000-000000000000', 'a.b:c~d_e', '-1', '1'.repeat(200)])(
		'takes the id %s',
		(id) => {
			expect(parse({ id }).id).toBe(id);
		},
	);

	it.each([null, undefined, 'text', 7, []])('takes %j for no status', (value) => {
		expect(() => statusFrom(value, 'the status')).toThrow(new WrongShapeError('the status', 'an object'));
	});
});

describe('statusFrom, of what is without measure', () => {
	it('reads the boost of a boost, and refuses what is nested deeper', () => {
		const boosts = (depth: number) => {
			let status = statusJson();
			for (let made = 0; made < depth; made++) status = statusJson({ reblog: status });
			return status;
		};
		expect(statusFrom(boosts(2), 'it').reblog?.reblog?.id).toBe('100');
		for (const depth of [3, 100_000]) {
			expect(() => statusFrom(boosts(depth), 'it')).toThrow('it.reblog.reblog.reblog is not absent');
		}
	});

	it('refuses an address that would fill the state', () => {
		expect(parse({ uri: `x:${'1'.repeat(1_998)}` }).uri).toHaveLength(2_000);
		expect(() => parse({ uri: `x:${'1'.repeat(1_999)}` })).toThrow(
			'the status.uri is not a text of 2000 characters at most',
		);
		expect(parse({ url: `https://here.example/${'1'.repeat(2_000)}` }).url).toBeUndefined();
	});

	it('reads the beginning of an endless hashtag', () => {
		expect(parse({ tags: [{ name: 'a\u0315\u0300'.repeat(1_000_000) }] }).hashtags[0]).toHaveLength(200);
	});
});

describe('statusPage', () => {
	it('reads a list', () => {
		const page = statusPage([statusJson({ id: '2' }), statusJson({ id: '1' })]);
		expect(page.statuses.map(({ id }) => id)).toEqual(['2', '1']);
		expect(page).toMatchObject({ size: 2, problems: [] });
	});

	it('leaves out an odd entry, counts it and says what is wrong with it', () => {
		const page = statusPage([statusJson({ id: '2' }), statusJson({ uri: null }), statusJson({ id: '1' })]);
		expect(page.statuses.map(({ id }) => id)).toEqual(['2', '1']);
		expect(page).toMatchObject({ size: 3, problems: ['[1].uri is not a text'] });
	});

	it('fails where no entry at all is a status', () => {
		expect(() => statusPage([{}, {}])).toThrow(
			new WrongShapeError('every entry', 'a status ([0].id is not a text)'),
		);
	});

	it('reads an empty list', () => {
		expect(statusPage([])).toEqual({ statuses: [], size: 0, problems: [] });
	});

	it('refuses a page that is far longer than what was asked for', () => {
		const page = (length: number) => Array.from({ length }, (_, id) => statusJson({ id: String(id) }));
		expect(statusPage(page(1_000)).size).toBe(1_000);
		expect(() => statusPage(page(1_001))).toThrow('the answer is not a list of 1000 entries at most');
	});

	it('takes an object for no list', () => {
		expect(() => statusPage({ error: 'no' })).toThrow(new WrongShapeError('the answer', 'a list'));
	});
});
