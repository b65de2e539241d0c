/**
 * `user@host` in lower case. Most servers leave the host out of `acct` for their own accounts, snac writes it.
 * `instance`: host of the server that gave the `acct`.
 */
export function fullHandle(acct: string, instance: string): string {
	const handle = acct.toLowerCase();
	return handle.includes('@') ? handle : `${handle}@${instance}`;
}
