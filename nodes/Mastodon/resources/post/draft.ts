import type { IDataObject, IExecuteFunctions } from 'n8n-workflow';
import { ParameterError } from '../../parameters/parameter-error';
import { postId } from '../../parameters/post-id';
import { scheduledTime } from '../../parameters/scheduled-time';
import type { Session } from '../../session';
import type { Attachment } from '../../upload-media';
import { uploadMedia } from '../../upload-media';

/** The body of `POST /api/v1/statuses`, from the parameters of an item. Uploads the files and finds the posts. */
export async function draft(
	this: IExecuteFunctions,
	itemIndex: number,
	session: Session,
): Promise<IDataObject> {
	const status = String(this.getNodeParameter('text', itemIndex, '') ?? '');
	const given = this.getNodeParameter('options', itemIndex, {}) as IDataObject;
	const files = attachmentsOf(given);
	if (status.trim() === '' && files.length === 0) {
		throw new ParameterError('Enter a text, or add a file under Media: a post needs one of them.');
	}
	const poll = pollOf(given);
	const text = (name: string) => String(given[name] ?? '').trim();
	const reply = text('replyTo') === '' ? undefined : await postId(text('replyTo'), session);
	const quote = text('quote') === '' ? undefined : await postId(text('quote'), session);
	const time =
		text('scheduledAt') === '' ? undefined : scheduledTime(text('scheduledAt'), this.getTimezone());
	const media: string[] = [];
	for (const file of files) media.push(await uploadMedia.call(this, itemIndex, file, session));
	return {
		status,
		...(text('visibility') === '' ? {} : { visibility: text('visibility') }),
		...(text('contentWarning') === '' ? {} : { spoiler_text: text('contentWarning') }),
		...(text('language') === '' ? {} : { language: text('language').toLowerCase() }),
		...(given.sensitive === true ? { sensitive: true } : {}),
		...(reply === undefined ? {} : { in_reply_to_id: reply }),
		...(quote === undefined ? {} : { quoted_status_id: quote }),
		...(time === undefined ? {} : { scheduled_at: time }),
		...(media.length === 0 ? {} : { media_ids: media }),
		...(poll === undefined ? {} : { poll }),
	};
}

function attachmentsOf({ media }: IDataObject): readonly Attachment[] {
	const { files = [] } = (media ?? {}) as { files?: readonly IDataObject[] };
	return files.map(({ field, description, focus }) => ({
		field: String(field ?? 'data').trim(),
		description: String(description ?? '').trim(),
		focus: String(focus ?? '').trim(),
	}));
}

function pollOf({ poll }: IDataObject): IDataObject | undefined {
	const { question } = (poll ?? {}) as { question?: IDataObject };
	if (!question) return undefined;
	const given = question.choices;
	const options = (Array.isArray(given) ? given.map(String) : String(given ?? '').split(/\r?\n/))
		.map((choice) => choice.trim())
		.filter((choice) => choice !== '');
	if (options.length < 2) throw new ParameterError('A poll needs two choices at least: enter one a line.');
	const seconds = Math.round(Number(question.hours ?? 24) * 3600);
	if (!(seconds > 0 && Number.isFinite(seconds)))
		throw new ParameterError('The hours of the poll must be a number above 0.');
	return {
		options,
		expires_in: seconds,
		multiple: question.multiple === true,
		hide_totals: question.hideTotals === true,
	};
}
