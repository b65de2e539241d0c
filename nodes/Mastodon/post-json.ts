import type { IDataObject } from 'n8n-workflow';
import { htmlText } from '../../core/index';
import { simpleAuthor } from './simple-author';

/** A Status as an item: as the server gave it, or simplified. */
export function postJson(status: IDataObject, isSimple: boolean): IDataObject {
	return isSimple ? simplePost(status) : status;
}

/** What most workflows need of a Status, under the names of the API; `text` is its content without HTML. */
function simplePost(status: IDataObject): IDataObject {
	const { reblog } = status as { reblog?: IDataObject | null };
	// A boost is simplified to what was boosted.
	if (reblog) return simplePost(reblog);
	const kept = [
		'id',
		'uri',
		'url',
		'created_at',
		'edited_at',
		'language',
		'visibility',
		'sensitive',
		'spoiler_text',
		'in_reply_to_id',
		'replies_count',
		'reblogs_count',
		'favourites_count',
		'reblogged',
		'favourited',
		'bookmarked',
	].filter((name) => status[name] !== undefined);
	return {
		...Object.fromEntries(kept.map((name) => [name, status[name]])),
		text: htmlText(String(status.content ?? '')).trim(),
		hashtags: listOf(status.tags).map(({ name }) => name),
		media: listOf(status.media_attachments).map(({ type, url, description }) => ({ type, url, description })),
		account: simpleAuthor((status.account ?? {}) as IDataObject),
	} as IDataObject;
}

function listOf(value: unknown): readonly IDataObject[] {
	return Array.isArray(value) ? (value as IDataObject[]) : [];
}
