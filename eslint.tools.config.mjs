import js from '@eslint/js';
import tseslint from 'typescript-eslint';

/** For what n8n's own configuration leaves out: the Action, tests, scripts and benchmarks. */
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
);
