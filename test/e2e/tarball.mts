/** The packed package that the tests install; `global-setup.mts` has made it. */
export function tarball(): string {
	const path = process.env['E2E_TARBALL'];
	if (path === undefined) throw new Error('There is no tarball: run the tests with npm run test:e2e');
	return path;
}
