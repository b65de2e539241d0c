import { execFileSync } from 'node:child_process';
import { join } from 'node:path';

export interface Rendered {
	/** Names of all elements, each once. */
	readonly elements: readonly string[];
	/** Targets of links and sources of pictures. */
	readonly targets: readonly string[];
	/** Attributes other than those. */
	readonly attributes: readonly string[];
	/** Text outside of links and code, where GitHub looks for names, numbers and addresses. */
	readonly bareText: string;
}

/** Renders GitHub Flavored Markdown; the renderer comes as modules, which only a program of its own can load here. */
export function renderedMarkdown(sources: readonly string[]): Rendered[] {
	const input = JSON.stringify(sources);
	const options = { input, encoding: 'utf8', maxBuffer: 2 ** 28 } as const;
	const html = execFileSync(process.execPath, [join(__dirname, 'gfm-to-html.mts')], options);
	return (JSON.parse(html) as string[]).map(rendered);
}

function rendered(html: string): Rendered {
	const tags = [...html.matchAll(/<(\/?)([a-z][\w-]*|!--|\?|![a-z[]+)([^>]*)>?/gi)];
	const attributes = tags.flatMap(([, , , rest = '']) => [...rest.matchAll(/([\w-]+)="([^"]*)"/g)]);
	const isTarget = (name = '') => name === 'href' || name === 'src';
	return {
		elements: [...new Set(tags.map(([, , name = '']) => name.toLowerCase()))].sort(),
		targets: attributes.filter(([, name]) => isTarget(name)).map(([, , value = '']) => plain(value)),
		attributes: attributes.filter(([, name]) => !isTarget(name)).map(([, name, value]) => `${name}=${value}`),
		bareText: plain(html.replace(/<(a|code)\b[^>]*>.*?<\/\1>/gs, ' ').replace(/<[^>]*>/g, ' ')),
	};
}

function plain(html: string): string {
	return html
		.replaceAll('&lt;', '<')
		.replaceAll('&gt;', '>')
		.replaceAll('&quot;', '"')
		.replaceAll('&amp;', '&');
}
