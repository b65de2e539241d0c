/**
 * Foreign text as Markdown that shows it and does nothing else: every sign that Markdown or HTML could heed
 * becomes a character reference, which both render and neither interprets. GitHub looks for names of its users, for
 * numbers of issues and for mail addresses in what was rendered: there an invisible sign comes between.
 */
export function markdownText(text: string, longest = LONGEST_TEXT): string {
	return text
		.slice(0, longest)
		.replace(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]+/gu, ' ')
		.trim()
		.replace(/@|#(?=\d)/g, `$&${WORD_JOINER}`)
		.replace(/[^\p{L}\p{M}\p{N}\p{So} ,]/gu, (sign) => `&#${sign.codePointAt(0)};`);
}

const LONGEST_TEXT = 300;
const WORD_JOINER = '\u2060';

const LONGEST_NAME = 100;
const ADDRESS =
	/^https?:\/\/(?:[\w-]+(?:\.[\w-]+)*|\[[\da-f:.]+\])(?::\d{1,5})?(?:\/[\w.~%@!$&*+,;=:/?#-]*)?$/i;

/** A link that leads to a web page and nowhere else; the text alone where the address is no plain one. */
export function markdownLink(text: string, url: string): string {
	return ADDRESS.test(url) && url.length <= 500
		? `[${markdownText(text, LONGEST_NAME)}](<${url.replaceAll('&', '&amp;')}>)`
		: markdownText(text, LONGEST_NAME);
}
