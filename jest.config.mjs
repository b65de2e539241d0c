/** Unit and sandbox tests. What takes long (faults) or needs more than npm (snac, n8n) has a configuration of its own. */
export default {
	testEnvironment: 'node',
	testMatch: ['<rootDir>/test/**/*.test.mts'],
	testPathIgnorePatterns: [
		'/node_modules/',
		'<rootDir>/test/faults/',
		'<rootDir>/test/snac/',
		'<rootDir>/test/e2e/',
	],
	modulePathIgnorePatterns: ['<rootDir>/dist/'],
	moduleFileExtensions: ['mts', 'ts', 'mjs', 'js', 'json', 'node'],
	transform: {
		'\\.m?ts$': [
			'@swc/jest',
			{ jsc: { parser: { syntax: 'typescript' }, target: 'es2022' }, module: { type: 'commonjs' } },
		],
	},
	// Many tests start programs; on a busy machine those take their time.
	testTimeout: 60_000,
	// Most of them wait for programs and servers of their own.
	maxWorkers: '100%',
	restoreMocks: true,
};
