import type { IDataObject } from 'n8n-workflow';
import { htmlText } from '../../core/index';
import { simpleAuthor } from './simple-author';
import { someOf } from './some-of';

/** A Status as an item: as the server gave it, or simplified. */
export function postJson(status: IDataObject, isSimple: boolean): IDataObject {
	return isSimple ? simplePost(status) : status;
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
	const { reblog } = status as { reblog?: IDataObject | null };
	// A boost is simplified to what was boosted.
	if (reblog) return simplePost(reblog);
	return {
		text: htmlText(String(status.content ?? '')).trim(),
		account: simpleAuthor((status.account ?? {}) as IDataObject),
		...someOf(status, ['url', 'id', 'created_at']),
		hashtags: listOf(status.tags).map(({ name }) => name),
		media: listOf(status.media_attachments).map(({ type, url, description }) => ({ type, url, description })),
		...someOf(status, REST),
	};
}

function listOf(value: unknown): readonly IDataObject[] {
	return Array.isArray(value) ? (value as IDataObject[]) : [];
}
