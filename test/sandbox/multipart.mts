export interface UploadedFile {
	readonly field: string;
	readonly filename: string;
	readonly mimeType: string;
	/** Bytes received. */
	readonly bytes: number;
}

/** Fields and files of a `multipart/form-data` body. */
export function parseMultipart(
	body: Buffer,
	contentType: string,
): { fields: [string, string][]; files: UploadedFile[] } {
	const [, quoted, bare] = /boundary=(?:"([^"]+)"|([^;]+))/i.exec(contentType) ?? [];
	const fields: [string, string][] = [];
	const files: UploadedFile[] = [];
	// Latin-1 keeps one character for each byte, so that lengths are those of the bytes.
	for (const part of body
		.toString('latin1')
		.split(`--${quoted ?? bare ?? ''}`)
		.slice(1, -1)) {
		const split = part.indexOf('\r\n\r\n');
		const head = part.slice(0, split);
		const content = part.slice(split + 4, -2);
		const field = /name="([^"]*)"/i.exec(head)?.[1] ?? '';
		const filename = /filename="([^"]*)"/i.exec(head)?.[1];
		const mimeType = /content-type:\s*([^\r\n]+)/i.exec(head)?.[1] ?? 'application/octet-stream';
		if (filename === undefined) fields.push([field, Buffer.from(content, 'latin1').toString('utf8')]);
		else files.push({ field, filename, mimeType, bytes: content.length });
	}
	return { fields, files };
}
