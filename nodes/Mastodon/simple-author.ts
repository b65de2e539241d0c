import type { IDataObject } from 'n8n-workflow';

const FIELDS = ['id', 'acct', 'url', 'display_name', 'bot', 'created_at'];

/** The author of a post, in a few fields. */
export function simpleAuthor(account: IDataObject): IDataObject {
	return Object.fromEntries(
		FIELDS.filter((name) => account[name] !== undefined).map((name) => [name, account[name]]),
	);
}
