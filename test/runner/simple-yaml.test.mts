import { describe, expect, it } from '@jest/globals';
import { simpleYaml } from './simple-yaml.mts';

describe('simpleYaml', () => {
	it('reads maps within maps, and what stands on a line as text', () => {
		const source = `
# What this is
name: A name: with no space after it would be wrong
`;
		expect(() => simpleYaml(source)).toThrow("Can't read this value: A name: with");
		expect(
			simpleYaml("a:\n  b: 'it''s'\n\n  # why\n  c:\n    d: 7d # days\ne: \"#x\\n\" # why\nf:\n"),
		).toEqual({
			a: { b: "it's", c: { d: '7d' } },
			e: '#x\n',
			f: '',
		});
	});

	it('reads blocks, folded or as they stand', () => {
		const source = 'a: >-\n  one\n  two\n\n  three\nb: |\n  one\n    two\n\nc: end\r\n';
		expect(simpleYaml(source)).toEqual({ a: 'one two\nthree', b: 'one\n  two\n', c: 'end' });
	});

	it.each([
		['a list', 'a:\n  - b\n'],
		['a flow map', 'a: {b: c}\n'],
		['an anchor', 'a: &b c\n'],
		['a value that goes on below', 'a: b\n  c\n'],
		['the same name twice', 'a: b\na: c\n'],
		['uneven indentation', 'a:\n    b: c\n  d: e\n'],
	])('refuses %s', (_what, source) => {
		expect(() => simpleYaml(source)).toThrow();
	});
});
