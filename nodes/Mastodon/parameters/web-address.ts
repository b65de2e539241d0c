import { ParameterError } from './parameter-error';

export interface WebAddress {
	readonly href: string;
	/** With a port where it is not the default one. */
	readonly host: string;
	readonly path: string;
}

/** An http(s) address; `what` it should lead to, for the error. */
export function webAddress(text: string, what: string): WebAddress {
	const match = /^https?:\/\/([^/?#\s@]+)(\/[^?#\s]*)?(?:[?#]\S*)?$/i.exec(text);
	if (match) return { href: text, host: match[1]!.toLowerCase(), path: match[2] ?? '/' };
	throw new ParameterError(
		text === ''
			? `Enter the address of ${what}.`
			: `"${text.slice(0, 100)}" is no address of ${what}: copy it from the address bar, beginning with https://.`,
	);
}
