import base from '../../jest.config.mjs';

/** In a real n8n and a real browser: `sh test/e2e/install.sh` installs both, and what else they need. */
export default {
	...base,
	rootDir: '../..',
	testMatch: ['<rootDir>/test/e2e/**/*.test.mts'],
	testPathIgnorePatterns: ['/node_modules/'],
	globalSetup: '<rootDir>/test/e2e/global-setup.mts',
	globalTeardown: '<rootDir>/test/e2e/global-teardown.mts',
	testTimeout: 180_000,
};
