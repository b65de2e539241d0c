import { describe, expect, it } from '@jest/globals';
import { readRunnerFile } from './read-runner-file.mts';

describe('readRunnerFile', () => {
	it('reads values of one line and of many', () => {
		const values = readRunnerFile('a=1=2\nb<<END\none\n\nc=two\nEND\nd<<X\nX\ne=\r\n');
		expect([...values]).toEqual([
			['a', '1=2'],
			['b', 'one\n\nc=two'],
			['d', ''],
			['e', ''],
		]);
	});

	it.each([
		['nonsense', 'The runner would refuse this line: nonsense'],
		['a<<END\nb', 'The runner would miss the end of a'],
	])('refuses what the runner refuses: %j', (content, message) => {
		expect(() => readRunnerFile(content)).toThrow(message);
	});
});
