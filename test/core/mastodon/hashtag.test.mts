import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { isSameHashtag, normalHashtag, plainHashtag } from '../../../core/mastodon/hashtag';

describe('normalHashtag', () => {
	it.each([
		['Cats', 'cats'],
		['Sénégal', 'senegal'],
		['Se\u0301ne\u0301gal', 'senegal'],
		['Łódź', 'lodz'],
		['Ærø', 'æro'],
		['Đakovo', 'dakovo'],
		['ılık', 'ilik'],
		['Ｍａｓｔｏｄｏｎ', 'mastodon'],
		['ﾏｽﾄﾄﾞﾝ', 'マストドン'],
		['new_here', 'new_here'],
		['new-here!', 'newhere'],
		['l·l', 'l·l'],
		['a×b', 'ab'],
	])('writes %s as %s', (written, stored) => {
		expect(normalHashtag(written)).toBe(stored);
	});

	it.each(['straße', 'æther', 'œuvre', 'þing'])(
		'keeps the letters of %s, which Mastodon does not fold',
		(name) => {
			expect(normalHashtag(name)).toBe(name);
		},
	);

	it.each(['việtnam', 'ガンダム', 'москва', 'україна', '한국', '中文'])('keeps %s as it is', (name) => {
		expect(normalHashtag(name)).toBe(name);
	});

	it('keeps vowel signs and Thai tones', () => {
		expect(normalHashtag('ไทยแลนด์')).toBe('ไทยแลนด์');
		expect(normalHashtag('কবিতা')).toBe('কবিতা');
	});

	// https://github.com/mastodon/mastodon/issues/18870
	it('drops the signs that are not alphabetic, as Mastodon does', () => {
		expect(normalHashtag('हिन्दी')).toBe('हिनदी');
		expect(normalHashtag('İstanbul')).toBe('istanbul');
	});

	it('ends no word with another sigma', () => {
		expect(normalHashtag('ΕΛΛΑΣ')).toBe(normalHashtag('ελλας'));
	});

	it('gives the same again when it is given its own result', () => {
		const words = fc.stringMatching(/^[\p{L}\p{Nd}_]{1,30}$/u);
		fc.assert(fc.property(words, (name) => normalHashtag(normalHashtag(name)) === normalHashtag(name)));
	});

	it('never holds a space, a slash or a #', () => {
		fc.assert(fc.property(fc.string({ unit: 'binary' }), (text) => !/[\s/#]/.test(normalHashtag(text))));
	});
});

describe('isSameHashtag', () => {
	it('tells hashtags apart by their letters and not by case or Latin accents', () => {
		expect(isSameHashtag('SENEGAL', 'sénégal')).toBe(true);
		expect(isSameHashtag('cats', 'cat')).toBe(false);
		expect(isSameHashtag('москва', 'moskva')).toBe(false);
		expect(isSameHashtag('ハス', 'バス')).toBe(false);
	});
});

describe('plainHashtag', () => {
	it.each([
		['#Cats', 'cats'],
		['＃Sénégal', 'sénégal'],
		['##cats', 'cats'],
		[' #cats ', 'cats'],
		['Se\u0301ne\u0301gal', 'sénégal'],
		['c#', 'c#'],
		['ΕΛΛΑΣ', 'ελλασ'],
	])('sends %s as %s', (written, sent) => {
		expect(plainHashtag(written)).toBe(sent);
	});
});
