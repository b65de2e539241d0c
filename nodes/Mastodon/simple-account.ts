import type { IDataObject } from 'n8n-workflow';
import { htmlText } from '../../core/index';
import { someOf } from './some-of';

const REST = [
	'followers_count',
	'following_count',
	'statuses_count',
	'last_status_at',
	'created_at',
	'bot',
	'locked',
	'discoverable',
	'indexable',
	'avatar',
	'username',
	'id',
];

/** What most workflows need of an Account, and what people look for first; texts are without HTML. */
export function simpleAccount(account: IDataObject): IDataObject {
	const fields = Array.isArray(account.fields) ? (account.fields as IDataObject[]) : [];
	return {
		...someOf(account, ['display_name', 'acct', 'url']),
		note: htmlText(String(account.note ?? '')).trim(),
		fields: fields.map(({ name, value }) => ({ name, value: htmlText(String(value ?? '')).trim() })),
		...someOf(account, REST),
	};
}
