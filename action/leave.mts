/** Ends the step once everything is written: a call to the cache that was given up must not hold it. */
export function leave(): void {
	process.stdout.write('', () => process.exit());
}
