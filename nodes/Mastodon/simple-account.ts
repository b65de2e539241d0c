import type { IDataObject } from 'n8n-workflow';
import { htmlText } from '../../core/index';
import { objectsIn } from './objects-in';
import { simpleAuthor } from './simple-author';
import { textFrom } from './text-from';

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
	return {
		...simpleAuthor(account),
		...Object.fromEntries(
			FIELDS.filter((name) => account[name] !== undefined).map((name) => [name, account[name]]),
		),
		note: htmlText(textFrom(account.note)).trim(),
		fields: objectsIn(account.fields).map(({ name, value }) => ({
			name,
			value: htmlText(textFrom(value)).trim(),
		})),
	} as IDataObject;
}
