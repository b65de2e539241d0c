import type { Profile } from './profile.mts';

/** Letters that NFD doesn't take apart but Mastodon folds all the same (`lib/ascii_folding.rb`). */
const folded: Record<string, string> = {
	ð: 'd',
	đ: 'd',
	ħ: 'h',
	ı: 'i',
	ĸ: 'k',
	ŀ: 'l',
	ł: 'l',
	ŉ: 'n',
	ŋ: 'n',
	ø: 'o',
	ŧ: 't',
};

/** The name under which a server stores and looks up a hashtag, with or without its `#`. */
export function normaliseHashtag(name: string, rule: Profile['hashtags']['normalise']): string {
	const bare = name.replace(/^#/, '');
	if (rule === 'lower-case') return bare.toLowerCase();
	if (rule === 'nfc') return bare.normalize('NFC').toLowerCase();
	return bare
		.normalize('NFKC')
		.toLowerCase()
		.replace(/[\u00c0-\u017f]/g, foldLatin)
		.replace(/[^\p{Alphabetic}\p{Nd}\u0e47-\u0e4e_\u00b7\u30fb\u200c]/gu, '');
}

function foldLatin(letter: string): string {
	return folded[letter] ?? letter.normalize('NFD').replace(/\p{Mn}/gu, '');
}
