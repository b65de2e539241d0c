import { findSecret } from './find-secret.mts';

/** Where a secret was found, and in which form: empty is as it should be. */
export function audit(places: ReadonlyMap<string, string>, secret: string): string[] {
	return [...places].flatMap(([place, text]) =>
		findSecret(text, secret).map((form) => `${place}: ${form} in …${around(text, secret)}…`),
	);
}

function around(text: string, secret: string): string {
	const at = text.toLowerCase().indexOf(secret.slice(0, 8).toLowerCase());
	return text.slice(Math.max(0, at - 80), at + 80).replaceAll('\n', ' ');
}
