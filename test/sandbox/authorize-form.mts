import type { Call } from './call.mts';
import { escapeHtml } from './escape-html.mts';
import type { Application } from './oauth-store.mts';
import { htmlReply } from './reply.mts';
import type { Reply } from './reply.mts';

const carried = [
	'client_id',
	'redirect_uri',
	'response_type',
	'scope',
	'state',
	'code_challenge',
	'code_challenge_method',
];

/** One page to log in (any password will do) and to allow or deny; it carries the request along. */
export function authorizeForm(
	call: Call,
	application: Application,
	scopes: readonly string[],
	username: string,
): Reply {
	const hidden = carried.flatMap((name) => {
		const value = call.text(name);
		return value === undefined ? [] : [`<input type="hidden" name="${name}" value="${escapeHtml(value)}">`];
	});
	return htmlReply(`
<h1>Authorization required</h1>
<p><strong>${escapeHtml(application.name)}</strong> would like to have: ${escapeHtml(scopes.join(', '))}</p>
<form method="post" action="/oauth/authorize">
${hidden.join('\n')}
<label>User name <input name="username" value="${escapeHtml(username)}"></label>
<label>Password <input name="password" type="password"></label>
<button name="decision" value="authorize">Authorize</button>
<button name="decision" value="deny">Deny</button>
</form>
`);
}
