/** Letters that Mastodon folds though Unicode does not decompose them. */
const FOLDED: Readonly<Record<string, string>> = {
	ð: 'd',
	đ: 'd',
	ħ: 'h',
	ı: 'i',
	ĸ: 'k',
	ł: 'l',
	ŋ: 'n',
	ø: 'o',
	ŧ: 't',
};

/** What may stand in a hashtag: letters, marks, digits, `_`, middle dots, Thai signs, the zero-width non-joiner. */
const FOREIGN = /[^\p{L}\p{M}\p{Nd}_\u0e47-\u0e4e\u00b7\u30fb\u200c]/gu;

/**
 * The form under which Mastodon stores a hashtag: compatibility-composed, lower case, accents of Latin letters
 * gone, signs gone. Latin alone: Vietnamese and Japanese marks make another word, and Mastodon keeps them.
 * https://github.com/mastodon/mastodon/blob/main/app/lib/hashtag_normalizer.rb
 */
export function normalHashtag(name: string): string {
	return name
		.normalize('NFKC')
		.toLowerCase()
		.normalize('NFC')
		.replace(/[\u00c0-\u017f]/g, (letter) => FOLDED[letter] ?? letter.normalize('NFD').charAt(0))
		.replace(FOREIGN, '');
}

/** Whether two names mean one hashtag, on servers that fold as on those that do not. */
export function isSameHashtag(a: string, b: string): boolean {
	return normalHashtag(a) === normalHashtag(b);
}

/** The form that is sent and shown: without `#`, lower case, accents kept for servers that do not fold. */
export function plainHashtag(name: string): string {
	return name
		.trim()
		.replace(/^[#＃]+/u, '')
		.normalize('NFC')
		.toLowerCase();
}
