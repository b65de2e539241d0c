import { dirname } from 'node:path';

export interface N8nPlace {
	readonly userFolder: string;
	readonly port: number;
	/** Its task runners connect here. */
	readonly brokerPort: number;
	/** A proxy for everything that isn't on this machine. */
	readonly proxy: string;
}

/**
 * All that n8n's processes know of their surroundings; nothing is inherited, so that a developer's own
 * settings change no result.
 * @see https://docs.n8n.io/hosting/configuration/environment-variables/
 */
export function n8nEnvironment(place: N8nPlace): Record<string, string> {
	const { userFolder, port, brokerPort, proxy } = place;
	return {
		PATH: `${dirname(process.execPath)}:${process.env['PATH'] ?? ''}`,
		HOME: userFolder,
		TMPDIR: userFolder,
		LANG: 'C.UTF-8',
		GENERIC_TIMEZONE: 'UTC',
		N8N_USER_FOLDER: userFolder,
		N8N_LISTEN_ADDRESS: '127.0.0.1',
		// Also the host of the OAuth2 redirect address.
		N8N_HOST: '127.0.0.1',
		N8N_PORT: String(port),
		N8N_SECURE_COOKIE: 'false',
		// No workflow here has a Code node, and a runner is one more process to end.
		N8N_RUNNERS_MODE: 'external',
		N8N_RUNNERS_AUTH_TOKEN: 'unused',
		N8N_RUNNERS_BROKER_PORT: String(brokerPort),
		N8N_UNVERIFIED_PACKAGES_ENABLED: 'true',
		N8N_DIAGNOSTICS_ENABLED: 'false',
		N8N_VERSION_NOTIFICATIONS_ENABLED: 'false',
		N8N_TEMPLATES_ENABLED: 'false',
		N8N_PERSONALIZATION_ENABLED: 'false',
		N8N_HIRING_BANNER_ENABLED: 'false',
		HTTP_PROXY: proxy,
		HTTPS_PROXY: proxy,
		NO_PROXY: '127.0.0.1,localhost',
	};
}
