import { describe, expect, it } from '@jest/globals';
import { parseHashtags, parsePhrases, splitList } from '../../../core/boost/option-lists';

const parse = (text: string) => parseHashtags('hashtags', text);
const phrases = (text: string) => parsePhrases('profile-matches', text);

describe('splitList', () => {
	it('parts entries at commas, white space and line ends', () => {
		expect(splitList(' a, b\tc\r\nd,,\u00a0e ')).toEqual(['a', 'b', 'c', 'd', 'e']);
	});

	it('has no entries in a blank text', () => {
		expect(splitList(' , \n')).toEqual([]);
	});
});

describe('parsePhrases', () => {
	it('parts phrases at commas and line ends alone', () => {
		expect(phrases('South  Africa, Ghana\r\nCôte d’Ivoire\n\n')).toEqual([
			'South  Africa',
			'Ghana',
			'Côte d’Ivoire',
		]);
	});

	it('has no phrases in a blank text', () => {
		expect(phrases(' ,\n')).toEqual([]);
	});

	it('takes a flag for a word', () => {
		expect(phrases('🇸🇳')).toEqual(['🇸🇳']);
	});

	it.each(['***', '-', '#', '\u0301'])('refuses %s, which holds no word', (phrase) => {
		expect(() => phrases(`Ghana, ${phrase}`)).toThrow(`Input "profile-matches": "${phrase}" holds no word.`);
	});

	it('repeats no more than the beginning of a phrase without a word', () => {
		expect(() => phrases('*'.repeat(200))).toThrow(`: "${'*'.repeat(60)}" holds no word.`);
	});

	it('refuses a phrase of more than 200 signs, which is a list without commas', () => {
		expect(phrases('a'.repeat(200))).toEqual(['a'.repeat(200)]);
		expect(() => phrases('a'.repeat(201))).toThrow('has more than 200 signs');
	});
});

describe('parseHashtags', () => {
	it('takes hashtags with and without #, each once, in order', () => {
		expect(parse('#Cats dogs,＃cats #sénégal')).toEqual(['cats', 'dogs', 'sénégal']);
	});

	it('takes a hashtag of 100 signs that is longer as it was written', () => {
		expect(parse('e\u0301'.repeat(100))).toEqual(['\u00e9'.repeat(100)]);
		expect(() => parse(`a${'\u0315\u0300'.repeat(4_000_000)}`)).toThrow('is no hashtag');
	});

	it('keeps apart what only some servers take for one', () => {
		expect(parse('sénégal senegal')).toEqual(['sénégal', 'senegal']);
	});

	it('takes letters of every script, and digits beside them', () => {
		expect(parse('n8n ไทยแลนด์ हिन्दी 日本 l·l')).toEqual(['n8n', 'ไทยแลนด์', 'हिन्दी', '日本', 'l·l']);
	});

	it.each(['new-here', 'c++', '#', '##', 'a#b', 'a.b', '<script>', 'a/b', '😀', 'a\u200bb', '\ud800'])(
		'refuses %s',
		(entry) => {
			expect(() => parse(`cats ${entry}`)).toThrow(
				`Input "hashtags": "${entry}" is no hashtag; it may hold letters, digits and _ alone, 100 at most.`,
			);
		},
	);

	it.each(['2026', '#1_2'])('refuses %s, which no server takes for a hashtag', (entry) => {
		expect(() => parse(entry)).toThrow(`Input "hashtags": "${entry}" is no hashtag; it needs a letter.`);
	});

	it('repeats no more than the beginning of a wrong hashtag', () => {
		expect(() => parse('1'.repeat(90))).toThrow(`: "${'1'.repeat(60)}" is no hashtag; it needs a letter.`);
	});

	it('refuses a hashtag of which Mastodon would leave nothing', () => {
		expect(() => parse('\u094d')).toThrow('is no hashtag');
	});

	it('takes a hashtag of 100 letters and none of 101', () => {
		expect(parse('a'.repeat(100))).toHaveLength(1);
		expect(() => parse('a'.repeat(101))).toThrow(`"${'a'.repeat(60)}" is no hashtag`);
	});

	it('takes 100 hashtags and no more', () => {
		const names = (count: number) => Array.from({ length: count }, (_, index) => `tag${index}`).join(' ');
		expect(parse(names(100))).toHaveLength(100);
		expect(() => parse(names(101))).toThrow('Input "hashtags": 101 hashtags are too many; name 100 at most.');
	});

	it('refuses separators without a hashtag', () => {
		expect(() => parse(', ,')).toThrow('Input "hashtags": it names no hashtag.');
	});
});
