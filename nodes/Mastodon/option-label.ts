const SMALL = new Set(['per', 'of', 'on']);

/** The display name of an option, from its one name: `max-boosts-per-author` is Max Boosts per Author. */
export function optionLabel(name: string): string {
	return name
		.split('-')
		.map((word, index) =>
			index > 0 && SMALL.has(word) ? word : word.charAt(0).toUpperCase() + word.slice(1),
		)
		.join(' ');
}
