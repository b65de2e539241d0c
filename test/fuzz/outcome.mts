type ErrorClass = abstract new (...given: never[]) => Error;

/** What the work gives; undefined where it throws an error that is documented. Any other error is thrown on. */
export function outcome<T>(work: () => T, ...documented: readonly ErrorClass[]): T | undefined {
	try {
		return work();
	} catch (error) {
		if (documented.some((kind) => error instanceof kind)) return undefined;
		throw error;
	}
}
