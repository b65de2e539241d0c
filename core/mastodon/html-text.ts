const ENTITIES: Readonly<Record<string, string>> = {
	amp: '&',
	lt: '<',
	gt: '>',
	quot: '"',
	apos: "'",
	nbsp: ' ',
};

/** Elements that end a word; `<span>` inside a hashtag does not: `#<span>NoBot</span>`. */
const BREAKS = /<(?:br|\/?p|\/?div|\/?li|\/?ul|\/?ol|\/?blockquote|\/?h[1-6]|\/?pre)\b[^<>]*>/gi;
const INVISIBLE = /<[^<>]*>/g;
const ENTITY = /&(?:#(\d{1,7})|#x([0-9a-f]{1,6})|([a-z]{2,6}));/gi;

/** The text of the HTML in which biographies and profile fields come. For comparing, not for showing. */
export function htmlText(html: string): string {
	return html
		.replace(BREAKS, '\n')
		.replace(INVISIBLE, '')
		.replace(ENTITY, (entity, decimal?: string, hexadecimal?: string, name?: string) => {
			if (name !== undefined) return ENTITIES[name.toLowerCase()] ?? entity;
			const code = decimal !== undefined ? Number(decimal) : parseInt(hexadecimal ?? '', 16);
			return code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : entity;
		});
}
