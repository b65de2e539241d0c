/** What the work gave, and the lines that it wrote to standard output meanwhile instead of there. */
export async function capturedLines<T>(
	work: () => Promise<T>,
): Promise<{ result: T; lines: readonly string[] }> {
	const { stdout } = process;
	const write = stdout.write.bind(stdout);
	let text = '';
	stdout.write = (chunk: string | Uint8Array) => {
		text += typeof chunk === 'string' ? chunk : Buffer.from(chunk).toString('utf8');
		return true;
	};
	try {
		const result = await work();
		return { result, lines: text.split(/\r?\n/).filter((line) => line !== '') };
	} finally {
		stdout.write = write;
	}
}
