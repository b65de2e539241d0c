/**
 * Foreign text as Markdown that shows it and does nothing else: every sign that Markdown or HTML could heed
 * becomes a character reference, which both render and neither interprets.
 */
export function markdownText(text: string): string {
	return text
		.slice(0, 300)
		.replace(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]+/gu, ' ')
		.replace(/[^\p{L}\p{M}\p{N}\p{So} .,]/gu, (sign) => `&#${sign.codePointAt(0)};`)
		.trim();
}

/** A link that leads to a web page and nowhere else; the text alone where the address is no plain one. */
export function markdownLink(text: string, url: string): string {
	return /^https?:\/\/[\w.:[\]-]+(?:\/[\w.~%@!$&*+,;=:/?#-]*)?$/.test(url) && url.length <= 500
		? `[${markdownText(text)}](<${url}>)`
		: markdownText(text);
}
