import type { IExecuteFunctions } from 'n8n-workflow';
import type { ApiAnswer, ApiCall } from '../../core/index';
import { NotFoundError } from '../../core/index';
import { multipartBody } from './adapters/multipart-body';
import { answeredId } from './answered-id';
import { ParameterError } from './parameters/parameter-error';
import type { Session } from './session';

/** One attachment as the node's parameters name it. */
export interface Attachment {
	/** Field of the item's binary data. */
	readonly field: string;
	readonly description: string;
	/** `x,y`, each from -1 to 1; empty: the middle. */
	readonly focus: string;
}

type Upload = ApiAnswer<Readonly<Record<string, unknown>>>;

/** Milliseconds between two looks at a file that the server still works on, and how often it is looked at. */
const PAUSE = 1_000;
const MOST_LOOKS = 120;

/** Uploads a binary field of an item and waits until the server has prepared it. Answers its ID. */
export async function uploadMedia(
	this: IExecuteFunctions,
	itemIndex: number,
	{ field, description, focus }: Attachment,
	{ api, clock }: Session,
): Promise<string> {
	const { fileName = field, mimeType } = this.helpers.assertBinaryData(itemIndex, field);
	const bytes = await this.helpers.getBinaryDataBuffer(itemIndex, field);
	const fields = {
		...(description === '' ? {} : { description }),
		...(focus === '' ? {} : { focus: point(focus) }),
	};
	const upload = {
		method: 'POST',
		content: multipartBody(fields, { name: fileName, type: mimeType, bytes }),
		scope: 'write:media',
		subject: `file "${fileName.slice(0, 60)}"`,
	} as const;
	let answer = await send(upload, api);
	const id = answeredId(answer.value.id, api, 'the upload');
	for (let look = 0; isPending(answer) && look < MOST_LOOKS; look++) {
		await clock.sleep(PAUSE);
		answer = await api.entity({
			method: 'GET',
			path: `/api/v1/media/${id}`,
			scope: 'write:media',
			subject: upload.subject,
		});
	}
	return id;
}

/** Servers without the second version have the first one, which answers when the file is ready. */
async function send(upload: Omit<ApiCall, 'path'>, api: Session['api']): Promise<Upload> {
	try {
		return await api.entity({ ...upload, path: '/api/v2/media' });
	} catch (error) {
		if (error instanceof NotFoundError) return api.entity({ ...upload, path: '/api/v1/media' });
		throw asIs(error);
	}
}

/** 202 and 206 say that the file is still being worked on. */
function isPending({ status }: Upload): boolean {
	return status === 202 || status === 206;
}

function point(text: string): string {
	const [x, y, ...more] = text.split(',').map((part) => (part.trim() === '' ? NaN : Number(part)));
	const isPoint = more.length === 0 && [x, y].every((place) => Math.abs(place ?? NaN) <= 1);
	if (isPoint) return `${x},${y}`;
	throw new ParameterError(
		`"${text.slice(0, 40)}" is no focus: write two numbers from -1 to 1, like 0.0,0.5.`,
	);
}

function asIs(error: unknown): Error {
	return error instanceof Error ? error : new Error(String(error));
}
