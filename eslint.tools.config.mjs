import js from '@eslint/js';
import * as regexp from 'eslint-plugin-regexp';
import tseslint from 'typescript-eslint';

/** For what n8n's own configuration leaves out: the Action, tests, scripts and benchmarks; and every pattern. */
export default tseslint.config(
	{ ignores: ['dist/', 'action/dist/', 'coverage/', '.cache/'] },
	{
		files: ['**/*.mts', '**/*.mjs'],
		extends: [js.configs.recommended, tseslint.configs.strict],
		rules: {
			'@typescript-eslint/no-non-null-assertion': 'off',
			'@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_', varsIgnorePattern: '^_' }],
			'no-control-regex': 'off',
		},
	},
	// Tests look into JSON of every shape.
	{ files: ['test/**'], rules: { '@typescript-eslint/no-explicit-any': 'off' } },
	// Texts come from strangers: no pattern may take time in the square of their length.
	{
		files: ['**/*.ts', '**/*.mts', '**/*.mjs'],
		extends: [regexp.configs['flat/recommended']],
		languageOptions: { parser: tseslint.parser },
		rules: {
			'no-control-regex': 'off',
			'regexp/no-super-linear-backtracking': ['error', { report: 'potential' }],
			'regexp/no-super-linear-move': ['error', { report: 'potential', ignorePartial: false }],
		},
	},
	// Patterns of tests read what the tests themselves or the product wrote.
	{
		files: ['test/**'],
		rules: {
			'regexp/no-super-linear-backtracking': 'off',
			'regexp/no-super-linear-move': 'off',
			'regexp/optimal-quantifier-concatenation': 'off',
		},
	},
);
