import { STATUS_CODES } from 'node:http';
import type { ApiError } from './api-error.mts';
import { escapeHtml } from './escape-html.mts';
import type { Profile } from './profile.mts';
import { htmlReply, jsonReply } from './reply.mts';
import type { Reply } from './reply.mts';

/** The error as this server writes errors: JSON, an HTML page, or a status alone. */
export function errorReply(error: ApiError, rules: Profile['errors']): Reply {
	const status = rules.always ?? error.status;
	if (rules.empty.includes(status)) return { status, headers: error.headers };
	if (rules.body === 'json')
		return jsonReply({ error: error.message, ...error.details }, status, error.headers);
	const page = htmlReply(
		`<h1>${status} ${STATUS_CODES[status] ?? ''}</h1><p>${escapeHtml(error.message)}</p>`,
		status,
	);
	return { ...page, headers: { ...page.headers, ...error.headers } };
}
