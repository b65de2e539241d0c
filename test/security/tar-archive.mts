export interface TarMember {
	readonly name: string;
	readonly type?: keyof typeof TYPES;
	readonly target?: string;
	readonly text?: string;
	readonly mode?: number;
}

const TYPES = {
	file: '0',
	'hard link': '1',
	'symbolic link': '2',
	device: '3',
	folder: '5',
	pipe: '6',
} as const;
const BLOCK = 512;
/** Names beyond this have an entry of their own (GNU: type L). */
const LONGEST_NAME = 100;

/** An archive as no well-meaning program writes it: names and targets are whatever is given. */
export function tarArchive(members: readonly TarMember[]): Buffer {
	return Buffer.concat([...members.flatMap(blocksOf), Buffer.alloc(2 * BLOCK)]);
}

function blocksOf({ name, type = 'file', target = '', text = '', mode = 0o644 }: TarMember): Buffer[] {
	const content = Buffer.from(type === 'file' ? text : '');
	const isLong = Buffer.byteLength(name) > LONGEST_NAME;
	const long = isLong
		? [header('././@LongLink', 'L', name.length + 1), padded(Buffer.from(`${name}\0`))]
		: [];
	return [...long, header(name, TYPES[type], content.length, target, mode), padded(content)];
}

function header(name: string, type: string, size: number, target = '', mode = 0o644): Buffer {
	const block = Buffer.alloc(BLOCK);
	block.write(name.slice(0, LONGEST_NAME), 0);
	block.write(
		`${octal(mode, 7)}\0${octal(0, 7)}\0${octal(0, 7)}\0${octal(size, 11)}\0${octal(0, 11)}\0`,
		100,
	);
	block.write('        ', 148);
	block.write(type, 156);
	block.write(target, 157);
	block.write('ustar  \0', 257);
	// A device: the numbers of /dev/zero.
	block.write(`${octal(1, 7)}\0${octal(5, 7)}\0`, 329);
	const sum = block.reduce((total, byte) => total + byte, 0);
	block.write(`${octal(sum, 6)}\0 `, 148);
	return block;
}

function padded(content: Buffer): Buffer {
	return Buffer.concat([content, Buffer.alloc((BLOCK - (content.length % BLOCK)) % BLOCK)]);
}

function octal(number: number, digits: number): string {
	return number.toString(8).padStart(digits, '0');
}
