import { spawn } from 'node:child_process';

/** Runs one command of the snac program to its end and answers what it printed. */
export async function runSnac(args: readonly string[], input = ''): Promise<string> {
	return await new Promise((resolve, reject) => {
		const child = spawn('snac', args, { stdio: ['pipe', 'pipe', 'pipe'] });
		let printed = '';
		child.stdout.on('data', (chunk) => (printed += chunk));
		child.stderr.on('data', (chunk) => (printed += chunk));
		child.on('error', (cause: NodeJS.ErrnoException) => {
			const missing = 'snac is not installed; install it with: sh test/snac/install.sh';
			reject(new Error(cause.code === 'ENOENT' ? missing : `snac can't be run: ${cause.message}`, { cause }));
		});
		child.on('close', (code) => {
			if (code === 0) resolve(printed);
			else reject(new Error(`snac ${args[0]} ended with ${code}:\n${printed}`));
		});
		// A program that ends without reading all of its input is no failure by itself.
		child.stdin.on('error', () => {});
		child.stdin.end(input);
	});
}
