import { expect, it } from '@jest/globals';
import { normaliseHashtag } from './normalise-hashtag.mts';

it('folds case, accents and width as Mastodon does', () => {
	expect(normaliseHashtag('#Sénégal', 'mastodon')).toBe('senegal');
	expect(normaliseHashtag('Łódź', 'mastodon')).toBe('lodz');
	expect(normaliseHashtag('Ａｂｃ', 'mastodon')).toBe('abc');
});

it('keeps the letters of scripts that Mastodon does not fold', () => {
	expect(normaliseHashtag('日本語', 'mastodon')).toBe('日本語');
	expect(normaliseHashtag('Москва', 'mastodon')).toBe('москва');
	expect(normaliseHashtag('สวัสดี', 'mastodon')).toBe('สวัสดี');
});

it('strips what cannot stand in a hashtag', () => {
	expect(normaliseHashtag('new-here!', 'mastodon')).toBe('newhere');
});

it('keeps accents on GoToSocial and snac', () => {
	expect(normaliseHashtag('#Se\u0301ne\u0301gal', 'nfc')).toBe('sénégal');
	expect(normaliseHashtag('#Sénégal', 'lower-case')).toBe('sénégal');
});
