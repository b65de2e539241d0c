import { OPTION_TABLE, REASONS } from '../core/index';

/** The tables of README.md and docs/reasons.md, from the same source as the program: a test compares them. */
export function optionRows(): string[] {
	const rows = Object.entries(OPTION_TABLE).map(([name, row]) => {
		const value = 'required' in row ? 'required' : row.default === '' ? '' : `\`${row.default}\``;
		return `| \`${name}\` | ${value} | ${cell(row.about)} |`;
	});
	return ['| Input | Default | Meaning |', '| --- | --- | --- |', ...rows];
}

export function reasonRows(): string[] {
	const rows = Object.entries(REASONS).map(
		([name, { decision, sentence }]) => `| \`${name}\` | ${decision} | ${cell(sentence)} |`,
	);
	return ['| Reason | Decision | Meaning |', '| --- | --- | --- |', ...rows];
}

function cell(text: string): string {
	return text.replaceAll('|', '\\|').replaceAll('*', '\\*');
}
