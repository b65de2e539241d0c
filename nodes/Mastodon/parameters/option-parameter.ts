/** The name of the parameter that holds an option: `max-boosts-per-author` is maxBoostsPerAuthor. */
export function optionParameter(name: string): string {
	return name.replace(/-([a-z])/g, (_, letter: string) => letter.toUpperCase());
}
