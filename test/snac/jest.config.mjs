import base from '../../jest.config.mjs';

/** Against two real snac servers: `sh test/snac/install.sh` installs what it needs. */
export default {
	...base,
	rootDir: '../..',
	testMatch: ['<rootDir>/test/snac/**/*.test.mts'],
	testPathIgnorePatterns: ['/node_modules/'],
};
