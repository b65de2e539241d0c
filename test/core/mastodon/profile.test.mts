import { describe, expect, it } from '@jest/globals';
import { profileHashtags, profileHasPhrase, profileText } from '../../../core/mastodon/profile';
import { makeAccount } from '../../fakes/make-status.mts';

const withNote = (note: string) => makeAccount({ displayName: '', note });
const hashtags = (note: string) => [...profileHashtags(withNote(note))];
const finds = (note: string, phrase: string) => profileHasPhrase(withNote(note), phrase);

describe('profileText', () => {
	it('holds name, biography, and names and values of the fields', () => {
		const account = makeAccount({
			displayName: 'Ada',
			note: '<p>hello</p>',
			fields: [{ name: 'Home', value: '<b>Dakar</b>' }],
		});
		expect(profileText(account)).toBe('Ada\n\nhello\n\nHome\nDakar');
	});
});

describe('profileHashtags', () => {
	it('reads a hashtag as Mastodon links it', () => {
		expect(hashtags('<p><a href="x">#<span>NoBot</span></a></p>')).toEqual(['nobot']);
	});

	it('takes a longer hashtag for another one', () => {
		expect(hashtags('#nobother')).toEqual(['nobother']);
	});

	it.each([
		'#nobot.',
		'(#nobot)',
		'＃nobot',
		'#NOBOT',
		'#ｎｏｂｏｔ',
		'a #nobot, b',
		'&#35;nobot',
		'##nobot',
	])('finds nobot in %s', (note) => {
		expect(hashtags(note)).toEqual(['nobot']);
	});

	it.each(['nobot', 'a#nobot', 'https://remote.example/#nobot', '# nobot', '#<br>nobot'])(
		'finds no hashtag in %s',
		(note) => {
			expect(hashtags(note)).toEqual([]);
		},
	);

	it('looks into the name and the fields, too', () => {
		const account = makeAccount({
			displayName: 'Ada #one',
			note: '',
			fields: [{ name: '#two', value: '#three' }],
		});
		expect([...profileHashtags(account)]).toEqual(['one', 'two', 'three']);
	});

	it('reads a long row of signs in no time', () => {
		const startedAt = performance.now();
		hashtags('#'.repeat(300_000));
		hashtags(`#${'a'.repeat(300_000)}`);
		expect(performance.now() - startedAt).toBeLessThan(1_000);
	});
});

describe('profileHasPhrase', () => {
	it.each([
		['Je vis au Sénégal.', 'SENEGAL'],
		['I live in SENEGAL', 'sénégal'],
		['Se\u0301ne\u0301gal', 'Sénégal'],
		["Abidjan, Côte d'Ivoire", 'cote d’ivoire'],
		['<p>South</p><p>Africa</p>', 'south africa'],
		['South   Africa', 'South Africa'],
		['#Dakar!', 'dakar'],
		['Ελλάδα', 'ελλαδα'],
		['Україна', 'украіна'],
		['🇸🇳 Dakar', '🇸🇳'],
		['🇫🇷🇸🇳', '🇸🇳'],
		['love🇸🇳love', '🇸🇳'],
		['日本在住のエンジニア', '日本'],
		['อยู่ที่กรุงเทพครับ', 'กรุงเทพ'],
	])('finds in "%s" the phrase "%s"', (note, phrase) => {
		expect(finds(note, phrase)).toBe(true);
	});

	it.each([
		['Senegalese food', 'senegal'],
		['Not Senegal-ish, Nigeria', 'niger'],
		['Africa, South', 'south africa'],
		['🇺🇸🇳🇴', '🇸🇳'],
		['ハス', 'バス'],
		['', 'senegal'],
	])('finds not in "%s" the phrase "%s"', (note, phrase) => {
		expect(finds(note, phrase)).toBe(false);
	});

	it('looks into the name and the fields, too', () => {
		const account = makeAccount({
			displayName: 'Awa in Dakar',
			note: '',
			fields: [{ name: 'Country', value: 'Senegal' }],
		});
		expect(['dakar', 'country', 'senegal'].map((word) => profileHasPhrase(account, word))).toEqual([
			true,
			true,
			true,
		]);
	});

	it('reads a long row of marks in no time', () => {
		const startedAt = performance.now();
		finds(`a${'\u0301'.repeat(300_000)}`, 'senegal');
		finds(`a${'\u0316\u0301'.repeat(150_000)}`, 'senegal');
		expect(performance.now() - startedAt).toBeLessThan(1_000);
	});

	it('finds a word before a very long profile ends', () => {
		expect(finds(`Dakar ${'x '.repeat(300_000)}`, 'dakar')).toBe(true);
	});

	it('finds no phrase that begins in one part and ends in another word', () => {
		expect(finds('New<br>Yorkshire', 'new york')).toBe(false);
	});
});
