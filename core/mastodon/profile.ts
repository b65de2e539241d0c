import type { Account } from './account';
import { normalHashtag } from './hashtag';
import { htmlText } from './html-text';

/** Characters; Mastodon allows 500 for the biography. */
const LONGEST_PROFILE = 20_000;

/** A hashtag as people write it in a profile; not the `#` inside a word or an address. */
const HASHTAG = /(?<![\p{L}\p{M}\p{N}_&/])[#＃]([\p{L}\p{M}\p{N}_]{1,100})/gu;

/** Name, biography, and names and values of the fields, as plain text, one part a line. */
export function profileText(account: Account): string {
	const fields = account.fields.flatMap(({ name, value }) => [name, htmlText(value)]);
	const text = [account.displayName, htmlText(account.note), ...fields].join('\n').slice(0, LONGEST_PROFILE);
	// Unicode normalisation takes time in the square of the length of a run of marks.
	return text.replace(/(\p{M}{8})\p{M}+/gu, '$1');
}

/** The hashtags of a profile in their normal form. */
export function profileHashtags(account: Account): ReadonlySet<string> {
	return new Set([...profileText(account).matchAll(HASHTAG)].map((match) => normalHashtag(match[1]!)));
}

/** Scripts that put no space between words. */
const UNSPACED =
	/[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}]/u;

/** Whether whole words of the profile make up the phrase, whatever their case and accents. */
export function profileHasPhrase(account: Account, phrase: string): boolean {
	const [text, words] = [wordsOf(profileText(account)), wordsOf(phrase)];
	return UNSPACED.test(words) ? text.includes(words) : ` ${text} `.includes(` ${words} `);
}

/** Words alone, with one space between them. Signs such as a flag count as words of their own. */
export function wordsOf(text: string): string {
	return text
		.normalize('NFKD')
		.replace(/(?<=[\p{Script=Latin}\p{Script=Greek}\p{Script=Cyrillic}])\p{M}+/gu, '')
		.toLowerCase()
		.normalize('NFC')
		.replace(/[^\p{L}\p{M}\p{N}\p{So}]+/gu, ' ')
		.replace(/(\p{RI}{2}|\p{So})/gu, ' $1 ')
		.replace(/ +/g, ' ')
		.trim();
}
