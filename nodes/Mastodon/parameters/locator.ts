/** A resource locator as a workflow holds it; a plain text where an expression or an agent set it. */
export interface Locator {
	/** `list`, `url`, `id` and so on; empty for a plain text. */
	readonly mode: string;
	readonly text: string;
}

export function locatorFrom(value: unknown): Locator {
	if (typeof value !== 'object' || value === null) return { mode: '', text: plain(value) };
	const { mode, value: inner } = value as { mode?: unknown; value?: unknown };
	return { mode: plain(mode), text: plain(inner) };
}

export function isUrl({ mode, text }: Locator): boolean {
	return mode === 'url' || /^https?:\/\//i.test(text);
}

function plain(value: unknown): string {
	return typeof value === 'string' || typeof value === 'number' ? String(value).trim() : '';
}
