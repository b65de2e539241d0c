import { fingerprint } from '../../../core/index';

export interface UploadFile {
	readonly name: string;
	readonly type: string;
	readonly bytes: Buffer;
}

/** A `multipart/form-data` body as bytes: it can be sent again when n8n renews a token, which a stream cannot. */
export function multipartBody(
	fields: Readonly<Record<string, string>>,
	file: UploadFile,
): { readonly type: string; readonly bytes: Buffer } {
	const boundary = `form-${fingerprint(file.name)}${fingerprint(String(Math.random()))}`;
	const parts = Object.entries(fields).map(([name, value]) =>
		Buffer.from(`--${boundary}\r\nContent-Disposition: form-data; name="${name}"\r\n\r\n${value}\r\n`),
	);
	const head = `--${boundary}\r\nContent-Disposition: form-data; name="file"; filename="${harmless(file.name)}"\r\nContent-Type: ${harmless(file.type)}\r\n\r\n`;
	return {
		type: `multipart/form-data; boundary=${boundary}`,
		bytes: Buffer.concat([...parts, Buffer.from(head), file.bytes, Buffer.from(`\r\n--${boundary}--\r\n`)]),
	};
}

/** Names come from strangers: no sign of them may end the header that they stand in. */
function harmless(text: string): string {
	return text.replace(/["\\\p{Cc}]/gu, '_').slice(0, 200);
}
