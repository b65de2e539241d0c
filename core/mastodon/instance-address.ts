/** Where a Mastodon server answers. */
export interface InstanceAddress {
	/** Host in lower case, with a port where one was given: what a state and a message name. */
	readonly host: string;
	/** `https://mastodon.social`; `http://` for loopback addresses alone. */
	readonly origin: string;
}

const LABEL = '[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?';
const NAME = new RegExp(`^(?:${LABEL}\\.)+(?:xn--${LABEL}|[a-z]{2,63})$`);
const OCTET = '(?:25[0-5]|2[0-4]\\d|1\\d\\d|[1-9]?\\d)';
const IPV4 = new RegExp(`^${OCTET}(?:\\.${OCTET}){3}$`);
const LOOPBACK = /^(?:localhost|127(?:\.\d{1,3}){3}|\[::1\])$/;
const ADDRESS = /^(?:(https?):\/\/)?([a-z0-9.-]+|\[::1\])(?::(\d{1,5}))?\/?$/;

/**
 * Reads `https://mastodon.social` or `mastodon.social`. Undefined for everything that is not plainly one host:
 * user names, paths, other schemes, addresses in odd notations, letters that only look like Latin ones, and
 * `http` to anything but this machine.
 */
export function instanceAddress(text: string): InstanceAddress | undefined {
	// Before lower-casing: the Kelvin sign would pass for a k.
	const match = /[^\x21-\x7e]/.test(text.trim()) ? null : ADDRESS.exec(text.trim().toLowerCase());
	if (!match) return undefined;
	const [, scheme, name = '', port] = match;
	const isLoopback = LOOPBACK.test(name);
	if (!isLoopback && !NAME.test(name) && !IPV4.test(name)) return undefined;
	if (name.startsWith('127.') && !IPV4.test(name)) return undefined;
	if (scheme === 'http' && !isLoopback) return undefined;
	if (port !== undefined && (Number(port) < 1 || Number(port) > 65_535)) return undefined;
	const isDefaultPort = port === undefined || Number(port) === (scheme === 'http' ? 80 : 443);
	const host = isDefaultPort ? name : `${name}:${Number(port)}`;
	return { host, origin: `${scheme ?? 'https'}://${host}` };
}
