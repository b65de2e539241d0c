import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { htmlText } from '../../../core/mastodon/html-text';

describe('htmlText', () => {
	it('joins what a span splits', () => {
		expect(htmlText('<a href="x">#<span>NoBot</span></a>')).toBe('#NoBot');
	});

	it('parts what paragraphs and line breaks part', () => {
		expect(htmlText('<p>one</p><p>two<br />three<br>four</p>')).toBe('\none\n\ntwo\nthree\nfour\n');
	});

	it('does not take every element that begins like one for a break', () => {
		expect(htmlText('a<bra>b<picture>c')).toBe('abc');
	});

	it('reads named, decimal and hexadecimal entities', () => {
		expect(htmlText('&lt;&amp;&gt;&quot;&apos;&nbsp;&#35;&#x23;&#X1F600;')).toBe('<&>"\' ##😀');
	});

	it('reads entities once', () => {
		expect(htmlText('&amp;lt;b&amp;gt;')).toBe('&lt;b&gt;');
	});

	it.each(['&unknown;', '&#0;', '&#x110000;', '&;', '&', '&amp'])('leaves %s as it is', (text) => {
		expect(htmlText(text)).toBe(text);
	});

	it('leaves a < that opens nothing', () => {
		expect(htmlText('1 < 2')).toBe('1 < 2');
	});

	it('throws for no text', () => {
		fc.assert(fc.property(fc.string({ unit: 'binary' }), (text) => typeof htmlText(text) === 'string'));
	});

	it.each(['<', '<a ', '&#', '<br', '&amp'])('reads "%s" repeated without end in no time', (part) => {
		const text = part.repeat(300_000);
		const startedAt = performance.now();
		htmlText(text);
		expect(performance.now() - startedAt).toBeLessThan(1_000);
	});
});
