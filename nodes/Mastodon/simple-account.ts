import type { IDataObject } from 'n8n-workflow';
import { htmlText } from '../../core/index';
import { simpleAuthor } from './simple-author';

const FIELDS = [
	'username',
	'locked',
	'discoverable',
	'indexable',
	'followers_count',
	'following_count',
	'statuses_count',
	'last_status_at',
	'avatar',
];

/** What most workflows need of an Account, under the names of the API; texts are without HTML. */
export function simpleAccount(account: IDataObject): IDataObject {
	const fields = Array.isArray(account.fields) ? (account.fields as IDataObject[]) : [];
	return {
		...simpleAuthor(account),
		...Object.fromEntries(
			FIELDS.filter((name) => account[name] !== undefined).map((name) => [name, account[name]]),
		),
		note: htmlText(String(account.note ?? '')).trim(),
		fields: fields.map(({ name, value }) => ({ name, value: htmlText(String(value ?? '')).trim() })),
	} as IDataObject;
}
