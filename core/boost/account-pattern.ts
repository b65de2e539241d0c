import { fullHandle } from '../mastodon/full-handle';

/** An entry of `block-accounts` or `only-accounts`. Everything in lower case. */
export type AccountPattern =
	| { readonly kind: 'account'; readonly user: string; readonly host: string }
	| { readonly kind: 'host'; readonly host: string }
	| { readonly kind: 'subdomains'; readonly host: string };

const USER = '[a-z0-9_](?:[a-z0-9_.-]{0,198}[a-z0-9_])?';
const HOST = '[\\p{L}\\p{N}](?:[\\p{L}\\p{N}.-]{0,250}[\\p{L}\\p{N}])?(?::\\d{1,5})?';
const ACCOUNT = new RegExp(`^@?(${USER})@(${HOST})$`, 'u');
const LOCAL = new RegExp(`^@(${USER})$`, 'u');
const BARE = new RegExp(`^(\\*\\.)?(${HOST})$`, 'u');

/** Undefined when the text is none of `@user@host`, `@user`, `host`, `*.host`. `instance` is the host of `@user`. */
export function parseAccountPattern(text: string, instance: string): AccountPattern | undefined {
	const entry = text.trim().toLowerCase();
	const account = ACCOUNT.exec(entry);
	if (account) return { kind: 'account', user: account[1]!, host: account[2]! };
	const local = LOCAL.exec(entry);
	if (local) return { kind: 'account', user: local[1]!, host: instance };
	const bare = BARE.exec(entry);
	if (!bare || !/[.:]|^localhost$/.test(bare[2]!)) return undefined;
	return { kind: bare[1] ? 'subdomains' : 'host', host: bare[2]! };
}

/** Whether a pattern names the author. `acct` as the API writes it. */
export function matchesAccount(pattern: AccountPattern, acct: string, instance: string): boolean {
	const [user, host = ''] = fullHandle(acct, instance).split('@');
	switch (pattern.kind) {
		case 'account':
			return pattern.user === user && pattern.host === host;
		case 'host':
			return pattern.host === host;
		case 'subdomains':
			return host.endsWith(`.${pattern.host}`);
	}
}
