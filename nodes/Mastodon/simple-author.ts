import type { IDataObject } from 'n8n-workflow';
import { someOf } from './some-of';

/** The author of a post, in a few fields. */
export function simpleAuthor(account: IDataObject): IDataObject {
	return someOf(account, ['display_name', 'acct', 'url', 'bot', 'created_at', 'id']);
}
