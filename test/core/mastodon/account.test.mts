import { describe, expect, it } from '@jest/globals';
import { accountFrom } from '../../../core/mastodon/account';
import { WrongShapeError } from '../../../core/mastodon/shape';
import { accountJson } from '../../fakes/make-status.mts';

const parse = (changes: Record<string, unknown>) => accountFrom(accountJson(changes), 'the account');

describe('accountFrom', () => {
	it('reads what Mastodon writes', () => {
		expect(parse({ noindex: true, bot: true, limited: true, suspended: true })).toEqual({
			id: '7',
			acct: 'ada@remote.example',
			url: 'https://remote.example/@ada',
			displayName: 'Ada',
			note: '<p>I write programs.</p>',
			fields: [],
			bot: true,
			createdAt: Date.parse('2023-06-14'),
			discoverable: true,
			indexable: true,
			noindex: true,
			moved: false,
			limited: true,
			suspended: true,
		});
	});

	it('makes do with an id and a name', () => {
		expect(accountFrom({ id: '7', acct: 'ada' }, 'x')).toMatchObject({
			displayName: '',
			note: '',
			fields: [],
			bot: false,
			createdAt: undefined,
			discoverable: undefined,
			indexable: undefined,
			noindex: undefined,
			moved: false,
		});
	});

	it('knows who moved by the account that is given', () => {
		expect(parse({ moved: accountJson() }).moved).toBe(true);
		expect(parse({ moved: null }).moved).toBe(false);
		expect(parse({ moved: false }).moved).toBe(false);
	});

	it('reads null as not told', () => {
		expect(parse({ discoverable: null, indexable: null, noindex: null })).toMatchObject({
			discoverable: undefined,
			indexable: undefined,
			noindex: undefined,
		});
	});

	it('reads fields, and empty ones', () => {
		expect(parse({ fields: [{ name: 'Home', value: 'Dakar' }, {}] }).fields).toEqual([
			{ name: 'Home', value: 'Dakar' },
			{ name: '', value: '' },
		]);
	});

	it('knows no age where the time is none', () => {
		expect(parse({ created_at: 'long ago' }).createdAt).toBeUndefined();
	});

	it.each(['.', '..', 'a/b', 'a b', 'a?b', '\ud800', 'é', 'a\n', '1'.repeat(201)])(
		'takes no id that cannot stand in a path: %j',
		(id) => {
			expect(() => parse({ id })).toThrow(new WrongShapeError('the account.id', 'an id'));
		},
	);

	it.each(['1', '01HXYZ', '017f22e2-79b0-7000-8000-000000000000', 'a.b:c~d_e', '-1', '1'.repeat(200)])(
		'takes the id %s',
		(id) => {
			expect(parse({ id }).id).toBe(id);
		},
	);

	it.each([
		[{ id: 7 }, 'the account.id is not a text'],
		[{ acct: '' }, 'the account.acct is not a text'],
		[{ fields: ['x'] }, 'the account.fields[] is not an object'],
	])('names the field that is wrong in %j', (changes, message) => {
		expect(() => parse(changes)).toThrow(message);
	});

	it('reads the beginning of what is longer than any profile', () => {
		const endless = 'x'.repeat(1_000_000);
		const field = { name: endless, value: endless };
		const { displayName, note, fields } = parse({
			display_name: endless,
			note: endless,
			fields: Array.from({ length: 1_000 }, () => field),
		});
		const lengths = fields.map(({ name, value }) => name.length + value.length);
		expect([displayName.length, note.length]).toEqual([2_000, 50_000]);
		expect(lengths).toEqual(Array.from({ length: 40 }, () => 10_000));
	});

	it('refuses a handle that would fill the state', () => {
		expect(() => parse({ acct: 'a'.repeat(501) })).toThrow(
			'the account.acct is not a text of 500 characters at most',
		);
	});
});
