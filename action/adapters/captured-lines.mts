/**
 * What the work gave, and the lines that it wrote to standard output meanwhile instead of there. Masks and debug
 * lines pass: the runner has to know every secret before it shows anything. What programs print comes as bytes, and
 * whatever it looks like, it is none of them.
 */
export async function capturedLines<T>(
	work: () => Promise<T>,
): Promise<{ result: T; lines: readonly string[] }> {
	const { stdout } = process;
	const write = stdout.write.bind(stdout);
	const lines: string[] = [];
	stdout.write = (chunk: string | Uint8Array) => {
		const text = typeof chunk === 'string' ? chunk : Buffer.from(chunk).toString('utf8');
		for (const line of text.split(/\r?\n/)) {
			if (typeof chunk === 'string' && /^::(?:add-mask|debug)::/.test(line)) write(`${line}\n`);
			else if (line !== '') lines.push(line);
		}
		return true;
	};
	try {
		return { result: await work(), lines };
	} finally {
		stdout.write = write;
	}
}
