/** An answer before it is sent; `body` undefined sends none. */
export interface Reply {
	readonly status: number;
	readonly headers: Readonly<Record<string, string>>;
	readonly body?: string | undefined;
}

export function jsonReply(value: unknown, status = 200, headers: Record<string, string> = {}): Reply {
	const type = { 'content-type': 'application/json; charset=utf-8' };
	return { status, headers: { ...type, ...headers }, body: JSON.stringify(value) };
}

export function htmlReply(html: string, status = 200): Reply {
	const page = `<!DOCTYPE html>\n<html lang="en"><head><meta charset="utf-8"><title>Sandbox</title></head>\n<body>${html}</body></html>\n`;
	return { status, headers: { 'content-type': 'text/html; charset=utf-8' }, body: page };
}
