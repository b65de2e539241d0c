import type { Account } from './account';
import { normalHashtag } from './hashtag';
import { htmlText } from './html-text';

/** A hashtag as people write it in a profile; not the `#` inside a word or an address. */
const HASHTAG = /(?<![\p{L}\p{M}\p{N}_&/])[#＃]([\p{L}\p{M}\p{N}_]{1,100})/gu;

/** Name, biography, and names and values of the fields, as plain text, one part a line. */
export function profileText(account: Account): string {
	const fields = account.fields.flatMap(({ name, value }) => [name, htmlText(value)]);
	return [account.displayName, htmlText(account.note), ...fields].join('\n');
}

/** The hashtags of a profile in their normal form. */
export function profileHashtags(account: Account): ReadonlySet<string> {
	return new Set([...profileText(account).matchAll(HASHTAG)].map((match) => normalHashtag(match[1]!)));
}

/** Whether whole words of the profile make up the phrase, whatever their case and accents. */
export function profileHasPhrase(account: Account, phrase: string): boolean {
	return ` ${words(profileText(account))} `.includes(` ${words(phrase)} `);
}

/** Words alone, with one space between them. Signs such as a flag count as words of their own. */
function words(text: string): string {
	return text
		.normalize('NFKD')
		.replace(/(?<=\p{Script=Latin}|\p{Script=Greek}|\p{Script=Cyrillic})\p{M}+/gu, '')
		.toLowerCase()
		.normalize('NFC')
		.replace(/[^\p{L}\p{M}\p{N}\p{So}\p{RI}]+/gu, ' ')
		.replace(/(\p{RI}{2}|\p{So})/gu, ' $1 ')
		.replace(/ +/g, ' ')
		.trim();
}
