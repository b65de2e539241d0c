import { describe, expect, it } from '@jest/globals';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { OPTION_TABLE } from '../core/index';
import { optionRows, reasonRows } from './reference-tables.mts';
import { actionMetadata } from './runner/action-metadata.mts';
import * as profiles from './sandbox/profiles.mts';
import { toldNumber } from './tell-number.mts';

/** The rows of the Markdown table that begins with this head, with their padding taken out. */
function tableOf(file: string, head: string): string[] {
	const lines = readFileSync(file, 'utf8')
		.split('\n')
		.map((line) =>
			line
				.split('|')
				.map((cell) => cell.trim())
				.join(' | ')
				.trim()
				.replace(/-{3,}/g, '---'),
		);
	const start = lines.indexOf(head);
	return lines.slice(start, lines.indexOf('', start));
}

function plain(rows: readonly string[]): string[] {
	return rows.map((row) =>
		row
			.split('|')
			.map((cell) => cell.trim())
			.join(' | ')
			.trim(),
	);
}

describe('The documentation', () => {
	it('shows every option of the program in the README, with its default and meaning', () => {
		const rows = tableOf('README.md', '| Input | Default | Meaning |');
		expect(rows.slice(0, optionRows().length)).toEqual(plain(optionRows()));
	});

	it('shows every reason of the program', () => {
		expect(tableOf('docs/reasons.md', '| Reason | Decision | Meaning |')).toEqual(plain(reasonRows()));
	});

	it('says the same in action.yml as the program does', () => {
		const { inputs } = actionMetadata(readFileSync('action.yml', 'utf8'));
		const { 'cache-key': _key, 'state-file': _file, ...shared } = Object.fromEntries(inputs);
		const expected = Object.fromEntries(
			Object.entries(OPTION_TABLE).map(([name, row]) => [
				name,
				'required' in row
					? expect.objectContaining({ description: row.about, required: true })
					: expect.objectContaining({ description: row.about, default: row.default }),
			]),
		);
		expect(shared).toEqual(expected);
	});

	it('tells how many kinds of servers and properties there are', () => {
		const files = readdirSync('test', { recursive: true, encoding: 'utf8' }).filter((name) =>
			name.endsWith('.mts'),
		);
		const text = files.map((name) => readFileSync(join('test', name), 'utf8')).join('');
		expect(toldNumber('Kinds of servers')).toBe(Object.keys(profiles).length);
		expect(toldNumber('Properties')).toBe(text.match(/fc\.(?:asyncProperty|property)\(/g)?.length);
	});
});
