import type { IDataObject } from 'n8n-workflow';
import { htmlText } from '../../core/index';
import { objectsIn } from './objects-in';
import { simpleAuthor } from './simple-author';
import { textFrom } from './text-from';

/** A Status as an item: as the server gave it, or simplified. */
export function postJson(status: IDataObject, isSimple: boolean): IDataObject {
	if (!isSimple) return status;
	// A boost is simplified to what was boosted.
	const [boosted] = objectsIn([status.reblog]);
	return simplePost(boosted ?? status);
}

/** What most workflows need of a Status, under the names of the API; `text` is its content without HTML. */
function simplePost(status: IDataObject): IDataObject {
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
		text: htmlText(textFrom(status.content)).trim(),
		hashtags: objectsIn(status.tags).map(({ name }) => name),
		media: objectsIn(status.media_attachments).map(({ type, url, description }) => ({
			type,
			url,
			description,
		})),
		account: simpleAuthor(objectsIn([status.account])[0] ?? {}),
	} as IDataObject;
}
