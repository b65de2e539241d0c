import type { IDataObject } from 'n8n-workflow';
import { htmlText } from '../../core/index';
import { objectsIn } from './objects-in';
import { someOf } from './some-of';
import { textFrom } from './text-from';

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
	return {
		...someOf(account, ['display_name', 'acct', 'url']),
		note: htmlText(textFrom(account.note)).trim(),
		fields: objectsIn(account.fields).map(({ name, value }) => ({
			name,
			value: htmlText(textFrom(value)).trim(),
		})),
		...someOf(account, REST),
	} as IDataObject;
}
