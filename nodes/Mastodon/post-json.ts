import type { IDataObject } from 'n8n-workflow';
import { htmlText } from '../../core/index';
import { objectsIn } from './objects-in';
import { simpleAuthor } from './simple-author';
import { someOf } from './some-of';
import { textFrom } from './text-from';

/** A Status as an item: as the server gave it, or simplified. */
export function postJson(status: IDataObject, isSimple: boolean): IDataObject {
	if (!isSimple) return status;
	// A boost is simplified to what was boosted.
	const [boosted] = objectsIn([status.reblog]);
	return simplePost(boosted ?? status);
}

/** Names of the API. */
const REST = [
	'language',
	'replies_count',
	'reblogs_count',
	'favourites_count',
	'reblogged',
	'favourited',
	'bookmarked',
	'visibility',
	'sensitive',
	'spoiler_text',
	'in_reply_to_id',
	'edited_at',
	'uri',
];

/** What most workflows need of a Status, what people look for first; `text` is its content without HTML. */
function simplePost(status: IDataObject): IDataObject {
	return {
		text: htmlText(textFrom(status.content)).trim(),
		account: simpleAuthor(objectsIn([status.account])[0] ?? {}),
		...someOf(status, ['url', 'id', 'created_at']),
		hashtags: objectsIn(status.tags).map(({ name }) => name),
		media: objectsIn(status.media_attachments).map(({ type, url, description }) => ({
			type,
			url,
			description,
		})),
		...someOf(status, REST),
	} as IDataObject;
}
