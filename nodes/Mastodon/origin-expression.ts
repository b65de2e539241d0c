const LABEL = '[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?';
const NAME = `(?:${LABEL}\\.)+(?:xn--${LABEL}|[a-z]{2,63})`;
const OCTET = '(?:25[0-5]|2[0-4]\\d|1\\d\\d|[1-9]?\\d)';
const ADDRESS = `(?:https?:\\/\\/)?(?:${NAME}|${OCTET}(?:\\.${OCTET}){3}|localhost|\\[::1\\])(?::0*[1-9]\\d{0,4})?\\/*`;
const LOCAL = '(?:localhost|127\\.\\d+\\.\\d+\\.\\d+|\\[::1\\])(?::\\d+)?$';
/** Names of this domain belong to nobody (RFC 6761): what n8n then shows says what is wrong. */
const NOWHERE = 'https://instance-is-no-address-of-a-server.invalid';

/**
 * An n8n expression for the origin of the instance that a credential names as a host or a URL. As the core reads
 * it: https, except to this machine, and nothing but plainly one host. The token is sent there, and n8n would follow
 * `https://mastodon.social@evil.example` to the other one.
 */
export function originExpression(credential: '$self' | '$credentials'): string {
	const text = `${credential}["instance"].trim()`;
	const origin = [
		`${text}.toLowerCase()`,
		'.replace(/(?<!\\/)\\/+$/, "")',
		`.replace(/^http:\\/\\/(?!${LOCAL})/, "https://")`,
		'.replace(/^(?!https?:\\/\\/)/, "https://")',
	].join('');
	// Before lower-casing: the Kelvin sign would pass for a k.
	return `(/^${ADDRESS}$/i.test(${text}) ? ${origin} : "${NOWHERE}")`;
}
