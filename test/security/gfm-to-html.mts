import { text } from 'node:stream/consumers';
import { micromark } from 'micromark';
import { gfm, gfmHtml } from 'micromark-extension-gfm';

/** A program: reads a JSON list of Markdown texts, writes the list of their HTML. All that is dangerous stays. */
const sources = JSON.parse(await text(process.stdin)) as string[];
const html = sources.map((source) =>
	micromark(source, {
		allowDangerousHtml: true,
		allowDangerousProtocol: true,
		extensions: [gfm()],
		htmlExtensions: [gfmHtml()],
	}),
);
process.stdout.write(JSON.stringify(html));
