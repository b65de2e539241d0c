import base from '../../jest.config.mjs';

/** Every fault, kill and random history: `npm run test:faults` the short form, `npm run test:soak` the long one. */
export default {
	...base,
	rootDir: '../..',
	testMatch: [
		'<rootDir>/test/faults/**/*.test.mts',
		// A part of `npm test` in its short form.
		...(process.env.SOAK === undefined ? [] : ['<rootDir>/test/fuzz/**/*.test.mts']),
	],
	testPathIgnorePatterns: ['/node_modules/'],
	testTimeout: 600_000,
};
