import type { Answer, Rewrite } from './rewriting-server.mts';

/** Stands where the token is to stand until the JSON is written: some forms are those of the text on the wire. */
const MARK = '⟦token⟧';
/** Texts of every entity that are shown, reported or stored somewhere. */
const ECHOING = new Set(
	'content url uri display_name note acct spoiler_text version title error error_description value'.split(
		' ',
	),
);

/** How a server can repeat a token, as it stands in JSON on the wire. */
export function wireForms(token: string): string[] {
	const middle = Math.ceil(token.length / 2);
	const quoted = JSON.stringify(token).slice(1, -1);
	return [
		quoted,
		Array.from(token, (sign) => `\\u${hex(sign).padStart(4, '0')}`).join(''),
		encodeURIComponent(token).replaceAll('.', '%2E'),
		Buffer.from(`Bearer ${token}`).toString('base64'),
		Buffer.from(`user:${token}`).toString('base64url'),
		quoted.toUpperCase().replaceAll('\\U', '\\u'),
		`${JSON.stringify(token.slice(0, middle)).slice(1, -1)} ${JSON.stringify(token.slice(middle)).slice(1, -1)}`,
		Array.from(token, (sign) => `%${hex(sign)}`).join(''),
		Array.from(token, (sign) => `&#${sign.charCodeAt(0)};`).join(''),
	];
}

/** Repeats the token in each text, header and status line of an answer, and leads to another server with it. */
export function echoToken(token: string, elsewhere: string, turn: number): Rewrite {
	const forms = wireForms(token);
	const told = forms.map((_, index) => forms[(index + turn) % forms.length]!);
	return (answer): Answer => ({
		...answer,
		statusText: `Token ${header(told[0]!)}`,
		headers: {
			...answer.headers,
			'x-echo': header(told.join(' ')),
			'x-request-id': header(told[1]!),
			link: `<${elsewhere}/next?token=${header(told[0]!)}>; rel="next"`,
			...(answer.status >= 400 ? { 'www-authenticate': `Bearer token="${header(told[2]!)}"` } : {}),
			...(answer.headers.location ? { location: `${elsewhere}/?token=${header(told[0]!)}` } : {}),
		},
		body: echoed(answer.body, told.join(' , '), elsewhere),
	});
}

function echoed(body: string, told: string, elsewhere: string): string {
	try {
		return JSON.stringify(JSON.parse(body), (name, value: unknown) => {
			if (typeof value !== 'string') return value;
			if (name === 'href') return `${elsewhere}${new URL(value).pathname}`;
			if (name === 'url') return `${elsewhere}/@a?${MARK}`;
			return ECHOING.has(name) ? `${value} ${MARK}` : value;
		}).replaceAll(MARK, () => told);
	} catch {
		return `${body} ${told}`;
	}
}

/** What a header can carry. */
function header(text: string): string {
	return text.replace(/[^\x20-\x7e]/g, '?');
}

function hex(sign: string): string {
	return sign.charCodeAt(0).toString(16);
}
