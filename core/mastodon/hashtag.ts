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

/**
 * What Mastodon drops: all but alphabetic signs, digits, Thai tone marks, `_`, middle dots and the zero-width
 * non-joiner. Viramas are dropped, too: it stores `हिन्दी` as `हिनदी`.
 */
const FOREIGN = /(?![\u0e47-\u0e4e])[^\p{Alphabetic}\p{Nd}_\u00b7\u30fb\u200c]/gu;

/**
 * The form under which Mastodon stores a hashtag: compatibility-composed, lower case, accents of Latin letters
 * gone, signs gone. Latin alone: Vietnamese and Japanese marks make another word, and Mastodon keeps them.
 * https://github.com/mastodon/mastodon/blob/main/app/lib/hashtag_normalizer.rb
 */
export function normalHashtag(name: string): string {
	return lowerCase(name.normalize('NFKC'))
		.normalize('NFC')
		.replace(/[\u00c0-\u017f]/g, (letter) => FOLDED[letter] ?? letter.normalize('NFD').charAt(0))
		.replace(FOREIGN, '')
		.replaceAll('ς', 'σ');
}

/** Sign by sign, as servers do: for whole words, JavaScript ends `ΕΛΛΑΣ` with another sigma. */
function lowerCase(text: string): string {
	return Array.from(text, (sign) => sign.toLowerCase()).join('');
}

/** Whether two names mean one hashtag, on servers that fold as on those that do not. */
export function isSameHashtag(a: string, b: string): boolean {
	return normalHashtag(a) === normalHashtag(b);
}

/** The form that is sent and shown: without `#`, lower case, accents kept for servers that do not fold. */
export function plainHashtag(name: string): string {
	return lowerCase(
		name
			.trim()
			.replace(/^[#＃]+/u, '')
			.normalize('NFC'),
	);
}
