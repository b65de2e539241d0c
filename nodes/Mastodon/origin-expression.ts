/**
 * An n8n expression for the origin of the instance that a credential names as a host or a URL. As the core reads
 * it: https, except to this machine.
 */
export function originExpression(credential: '$self' | '$credentials'): string {
	const local = '(?:localhost|127\\.\\d+\\.\\d+\\.\\d+|\\[::1\\])(?::\\d+)?$';
	return [
		`${credential}["instance"].trim().toLowerCase()`,
		'.replace(/(?<!\\/)\\/+$/, "")',
		`.replace(/^http:\\/\\/(?!${local})/, "https://")`,
		'.replace(/^(?!https?:\\/\\/)/, "https://")',
	].join('');
}
